using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>Reads what follows from a disposition, and checks what concerns one disposition alone.</summary>
internal static class DispositionPlanReader
{
    /// <summary>All that is asked before a transfer may take so many seconds.</summary>
    private const int SecondsBeforeTransfer = 20;

    private enum TransferMode
    {
        ConferenceStayOnLine,
    }

    public static DispositionPlan Read(Disposition disposition, Fields fields)
    {
        var time = fields.Choice<TimeToTreat>("time_to_treat");
        var place = fields.Choice<PointOfCare>("point_of_care");
        var (transfer, stay) = ReadAction(fields);
        var plan = new DispositionPlan(
            disposition, time ?? TimeToTreat.None, place ?? PointOfCare.Message,
            fields.OptionalText("say"),
            fields.OptionalInt("within_h", 1, 72),
            transfer, stay,
            fields.Choices<ForbiddenAct>("forbid"),
            fields.Choices<Particular>("collect_before"),
            fields.OptionalId("slot_pool"),
            ReadNotify(fields));
        fields.Done();
        Check(plan, fields);
        return plan;
    }

    private static (string? Transfer, bool Stay) ReadAction(Fields fields)
    {
        if (fields.OptionalMap("action") is not { } action)
            return (null, false);
        var transfer = action.Id("transfer");
        if (transfer is not (null or EscalationPolicy.Samu or EscalationPolicy.OnCallDoctor or EscalationPolicy.PracticeLineName))
            action.Report(TriageCodes.UnknownTarget, "transfer", transfer);
        var stay = action.OptionalChoice<TransferMode>("mode") == TransferMode.ConferenceStayOnLine;
        action.Done();
        return (transfer, stay);
    }

    private static int? ReadNotify(Fields fields)
    {
        if (fields.OptionalMap("notify") is not { } notify)
            return null;
        notify.OneOf("practice", [EscalationPolicy.OnCallDoctor]);
        var within = notify.Int("within_s", 10, 600);
        notify.Done();
        return within;
    }

    private static void Check(DispositionPlan plan, Fields fields)
    {
        if (plan is { TimeToTreat: TimeToTreat.Hours, WithinHours: null })
            fields.Report(TriageCodes.NoHours, "time_to_treat");
        if (!plan.Disposition.IsImmediate())
            return;
        var target = plan.Disposition == Disposition.Samu15Now ? EscalationPolicy.Samu : EscalationPolicy.OnCallDoctor;
        if (plan.TimeToTreat != TimeToTreat.Immediate || plan.Transfer != target || !plan.StayOnLine)
            fields.Bag.Report(TriageCodes.ImmediateTransfer, fields.Span, plan.Disposition.NameOf(), target);
        if (plan.Say is null)
            fields.Bag.Report(TriageCodes.NothingSaid, fields.Span, plan.Disposition.NameOf());
        if (plan.CollectBefore.Sum(Seconds) is > SecondsBeforeTransfer and var sum)
            fields.Report(TriageCodes.TooMuchBefore, "collect_before", sum, SecondsBeforeTransfer);
        if (plan.Disposition == Disposition.Samu15Now && Enum.GetValues<ForbiddenAct>().Except(plan.Forbid).ToList() is { Count: > 0 } allowed)
            fields.Report(TriageCodes.SamuForbids, "forbid", string.Join(", ", allowed.Select(SnakeCase.Name)));
    }

    /// <summary>About how long it takes to ask and to write down.</summary>
    private static int Seconds(Particular particular) => particular switch
    {
        Particular.CallbackNumber => 6,
        Particular.Address => 6,
        Particular.PatientName => 5,
        Particular.Age => 3,
        Particular.OnsetTime => 4,
    };
}
