namespace Switchhook.Appliance.Inspection;

/// <summary>What a look at a part of the hardware gave.</summary>
/// <param name="Part">Its name for people: <c>fxo1</c>, "lamp desk-lamp".</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Words">A sentence: what was found, or what is wrong and what to do.</param>
public sealed record HardwareFinding(string Part, HardwareVerdict Verdict, string Words);

/// <summary>How a part is.</summary>
public enum HardwareVerdict
{
    /// <summary>Works.</summary>
    Ok,

    /// <summary>Works, but somebody should know.</summary>
    Notice,

    /// <summary>Does not work.</summary>
    Fault,
}
