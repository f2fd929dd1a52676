namespace Switchhook.Flows.Codes;

/// <summary>Codes of the phones that the spoken help tells of, in the order in which it does.</summary>
public enum CodeName
{
    /// <summary>An agent begins to work.</summary>
    LogIn,

    /// <summary>An agent ends it.</summary>
    LogOut,

    /// <summary>An agent pauses.</summary>
    Pause,

    /// <summary>An agent is ready again.</summary>
    Ready,

    /// <summary>What a call was about.</summary>
    Dispose,

    /// <summary>More time after a call.</summary>
    MoreTime,

    /// <summary>A supervisor listens.</summary>
    Listen,

    /// <summary>A phone may call out again.</summary>
    Release,

    /// <summary>Night is switched.</summary>
    Night,

    /// <summary>No calls for a phone.</summary>
    DoNotDisturb,

    /// <summary>All calls go on.</summary>
    ForwardAlways,

    /// <summary>Calls that find the phone busy go on.</summary>
    ForwardBusy,

    /// <summary>Calls that nobody answers go on.</summary>
    ForwardNoAnswer,

    /// <summary>Takes what rings elsewhere.</summary>
    PickUp,

    /// <summary>Parks a call.</summary>
    Park,

    /// <summary>Takes a parked call.</summary>
    TakeParked,

    /// <summary>Calls who called last.</summary>
    CallBackLast,

    /// <summary>Dials a short number.</summary>
    SpeedDial,

    /// <summary>Records an announcement.</summary>
    RecordPrompt,

    /// <summary>Tests a phone.</summary>
    TestPhone,

    /// <summary>Tests a line.</summary>
    TestLine,

    /// <summary>Messages of a phone.</summary>
    HearOwn,

    /// <summary>Messages of another phone.</summary>
    HearOf,

    /// <summary>Tests emergency calls.</summary>
    EmergencyTest,
}
