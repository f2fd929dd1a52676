namespace Switchhook.Web.Seams;

/// <summary>What the far end of a simulated line does with a call out of the box.</summary>
public enum FarEnd
{
    /// <summary>Rings, and answers.</summary>
    Answers,

    /// <summary>Rings for ever.</summary>
    NoAnswer,

    /// <summary>Is busy.</summary>
    Busy,

    /// <summary>The exchange has no path to the number.</summary>
    Congestion,

    /// <summary>The number does not exist.</summary>
    Unobtainable,
}

/// <summary>What happens to the next calls out on a line.</summary>
/// <param name="FarEnd">What the far end does.</param>
/// <param name="Rings">Rings before it answers, 0 to 20; counts only for <see cref="FarEnd.Answers"/>.</param>
/// <param name="Speech">What it says when it has answered; null says nothing.</param>
public sealed record CallsOut(FarEnd FarEnd, int Rings, Speech? Speech);
