namespace Switchhook.Flows.Codes;

/// <summary>What the test of an exchange line has found.</summary>
internal enum LineHealth
{
    /// <summary>Dial tone was heard.</summary>
    InOrder,

    /// <summary>There was none.</summary>
    Silent,

    /// <summary>No voltage is on the line, or its card does not work.</summary>
    Dead,

    /// <summary>It has a call, and was left alone.</summary>
    InUse,
}
