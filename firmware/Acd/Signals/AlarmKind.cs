namespace Switchhook.Acd.Signals;

/// <summary>What a queue can raise an alarm for.</summary>
public enum AlarmKind
{
    /// <summary>Someone has waited too long.</summary>
    LongestWait,

    /// <summary>Too many wait.</summary>
    Waiting,

    /// <summary>Too few of the callers were answered in time lately.</summary>
    ServiceLevel,

    /// <summary>Too few agents are logged in.</summary>
    Agents,
}
