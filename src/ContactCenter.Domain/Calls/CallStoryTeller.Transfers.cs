using NodaTime;

namespace ContactCenter.Domain.Calls;

// What the events say of transfers and of whoever is reached by them.
internal sealed partial class CallStoryTeller
{
    // An emergency pushes aside whatever else was arranged: only its own target is waited for. The attempt that led to a later one has an end of its
    // own, which the vendor may date into the same second.
    private CallTrigger? NoteTransfer(TransferRequested e)
    {
        if (e is { TransferKind: TransferKind.Emergency, Attempt: 1 })
            ChangeAll(e.At, t => t.IsOpen, t => t with { State = TransferState.Cancelled });
        _story = _story with
        {
            Transfers = _story.Transfers.Add(new Transfer(e.Transfer, e.Ordinal, e.TransferKind, e.Number, e.TargetName, TransferState.Requested, null)
            {
                Attempt = e.Attempt, Ring = e.Ring ?? Transfer.UsualRing, RequestedAt = e.At,
            }),
        };
        return e.TransferKind == TransferKind.Emergency ? NoteEmergency() : null;
    }

    private CallTrigger? NoteHandOver(TransferCompleted e)
    {
        Change(e.Transfer, e.At, t => t.IsOpen ? t with { State = TransferState.Bridged } : t);
        _handedOver |= _story.Transfers.Any(t => t.Id == e.Transfer && t.State == TransferState.Bridged);
        _story = _story with { WasHandedOver = _handedOver };
        return null;
    }

    private CallTrigger? NoteTargetIn(ParticipantJoined e)
    {
        if (!_ended.Contains(e.Leg))
            _targetLegsInside.Add(e.Leg);
        _story = _story with { TargetsGone = _targetLegsInside.Count == 0, TargetPresent = _targetLegsInside.Count > 0 };
        ChangeAll(e.At, t => t.Ordinal == e.Label.Ordinal, t => t with
        {
            Leg = e.Leg,
            State = t switch { { IsOpen: false } => t.State, { ParksCaller: false } => TransferState.Bridged, _ => TransferState.Briefing },
        });
        return null;
    }

    private void NoteTargetOut(LegRef leg)
    {
        if (_targetLegsInside.Remove(leg))
            _story = _story with { TargetsGone = _targetLegsInside.Count == 0, TargetPresent = _targetLegsInside.Count > 0 };
    }

    private void NoteTargetOver(int ordinal, Instant at)
    {
        // Who leaves was inside, and an emergency service that was inside had the caller, whether or not its coming was told before its going.
        ChangeAll(at, t => t.Ordinal == ordinal && t.IsOpen,
            t => t with { State = t.Kind == TransferKind.Emergency ? TransferState.Bridged : TransferState.TargetLeft });
        if (_story.Transfers.Any(t => t.Ordinal == ordinal && t is { Kind: TransferKind.Emergency, State: TransferState.Bridged }))
            _story = _story with { EmergencyServed = true };
    }

    private static TransferState EndOf(Transfer transfer, LegProgress progress) => progress switch
    {
        LegProgress.Busy => TransferState.Busy,
        LegProgress.NoAnswer => TransferState.NoAnswer,
        LegProgress.Failed or LegProgress.Cancelled => TransferState.Failed,
        LegProgress.Completed => transfer.State == TransferState.Briefing ? TransferState.TargetLeft : TransferState.Rejected,
        LegProgress.Initiated or LegProgress.Ringing or LegProgress.Answered => transfer.State,
    };

    private CallTrigger? Change(TransferId id, Instant at, Func<Transfer, Transfer> change)
    {
        ChangeAll(at, t => t.Id == id, change);
        return null;
    }

    private void ChangeAll(Instant at, Func<Transfer, bool> which, Func<Transfer, Transfer> change) => _story = _story with
    {
        Transfers = [.. _story.Transfers.Select(t => which(t) && change(t) is var next ? t.IsOpen && !next.IsOpen ? next with { EndedAt = at } : next : t)],
    };
}
