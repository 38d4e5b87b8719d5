namespace ContactCenter.Domain.Booking;

/// <summary>The counted life of an appointment. Nothing is deleted: a cancelled one keeps who, when and why.</summary>
public enum AppointmentState
{
    /// <summary>The slot is locked and the practice has not decided yet.</summary>
    Pending,
    Booked,

    /// <summary>The patient is there.</summary>
    Arrived,

    /// <summary>The visit has taken place.</summary>
    Fulfilled,
    Cancelled,

    /// <summary>The patient did not come.</summary>
    NoShow,
}

/// <summary>What is done to an appointment after it was made.</summary>
public enum AppointmentAct
{
    Approve,
    Refuse,
    Move,
    Cancel,
    Arrive,
    Fulfil,
    MissIt,
}

/// <summary>Which act leads where. Marks made by mistake may be corrected; what is cancelled stays so.</summary>
public static class AppointmentLifecycle
{
    /// <summary>The state after the act; null when it does not fit.</summary>
    public static AppointmentState? After(AppointmentState state, AppointmentAct act) => act switch
    {
        AppointmentAct.Approve => From(state, AppointmentState.Booked, AppointmentState.Pending),
        AppointmentAct.Refuse => From(state, AppointmentState.Cancelled, AppointmentState.Pending),
        AppointmentAct.Move => state is AppointmentState.Pending or AppointmentState.Booked ? state : null,
        AppointmentAct.Cancel => From(state, AppointmentState.Cancelled, AppointmentState.Pending, AppointmentState.Booked),
        AppointmentAct.Arrive => From(state, AppointmentState.Arrived, AppointmentState.Booked, AppointmentState.NoShow),
        AppointmentAct.Fulfil => From(state, AppointmentState.Fulfilled, AppointmentState.Booked, AppointmentState.Arrived, AppointmentState.NoShow),
        AppointmentAct.MissIt => From(state, AppointmentState.NoShow, AppointmentState.Booked, AppointmentState.Arrived),
    };

    /// <summary>Whether it takes its practitioner's time.</summary>
    public static bool IsActive(this AppointmentState state) => state != AppointmentState.Cancelled;

    private static AppointmentState? From(AppointmentState state, AppointmentState to, params ReadOnlySpan<AppointmentState> allowed) =>
        allowed.Contains(state) ? to : null;
}
