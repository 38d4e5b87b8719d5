namespace ContactCenter.Domain.Calls;

/// <summary>Why a decision asked for was not taken. Nothing was recorded.</summary>
public enum CallRefusal
{
    /// <summary>The caller has gone.</summary>
    CallerGone,

    /// <summary>Not this agent's call.</summary>
    NotHerCall,

    /// <summary>The offer was decided otherwise before.</summary>
    OfferOver,

    /// <summary>Not possible in this state of the call.</summary>
    WrongState,

    /// <summary>Another transfer is going on.</summary>
    TransferOpen,

    /// <summary>There is no transfer in a state that allows it.</summary>
    NoTransfer,

    /// <summary>An emergency is open: the caller is not parked, and not left without confirmation.</summary>
    EmergencyOpen,
}
