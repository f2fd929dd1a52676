using System.Collections.Immutable;

namespace Switchhook.Site.Starting;

/// <summary>What an owner says of the house at the first start.</summary>
/// <param name="Name">Name of the site.</param>
/// <param name="Country">ISO 3166-1 code.</param>
/// <param name="TimeZone">IANA name of the zone.</param>
/// <param name="Language">What callers hear, an IETF tag.</param>
/// <param name="Board">Name of a board file.</param>
public sealed record SiteStart(string Name, string Country, string TimeZone, string Language, string Board)
{
    /// <summary>The lines that are used, in the order of their ports.</summary>
    public ImmutableArray<StartLine> Lines { get; init; } = [];

    /// <summary>The phones that are used, those on ports first. No number twice.</summary>
    public ImmutableArray<StartPhone> Phones { get; init; } = [];

    /// <summary>True when callers wait in a queue while nobody is free; false when the phones ring until somebody lifts.</summary>
    public bool HasQueue { get; init; }

    /// <summary>Numbers of the phones that ring for callers, in the order in which they are tried.</summary>
    public ImmutableArray<string> Answering { get; init; } = [];

    /// <summary>Open from Monday to Friday, such as <c>09:00-17:00</c>; "" for closed.</summary>
    public string Weekdays { get; init; } = "";

    /// <summary>The same on Saturday.</summary>
    public string Saturday { get; init; } = "";

    /// <summary>The same on Sunday.</summary>
    public string Sunday { get; init; } = "";

    /// <summary>True when the house is closed on the public holidays of the country.</summary>
    public bool ClosedOnHolidays { get; init; }

    /// <summary>Number of the phone that is told of emergency calls and has the mailbox; of a new file alone.</summary>
    public string FrontDesk { get; init; } = "";

    /// <summary>What callers hear first.</summary>
    public string Greeting { get; init; } = "";

    /// <summary>What they hear while the house is closed.</summary>
    public string Closed { get; init; } = "";

    /// <summary>What they hear when nobody has answered.</summary>
    public string Nobody { get; init; } = "";

    /// <summary>True when calls with the outside are recorded.</summary>
    public bool Records { get; init; }

    /// <summary>True for a house that keeps hours at all.</summary>
    public bool HasHours => Weekdays.Length + Saturday.Length + Sunday.Length > 0;
}

/// <summary>A line that is used.</summary>
/// <param name="Port">Its port, such as <c>fxo1</c>.</param>
/// <param name="Number">Its number; "" when it is not said.</param>
public sealed record StartLine(string Port, string Number)
{
    /// <summary>Its name in the site file: the number of its port.</summary>
    public string Name => Port.TrimStart([.. "abcdefghijklmnopqrstuvwxyz-"]);
}

/// <summary>A phone that is used.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Port">Its port, such as <c>fxs1</c>; null for one on the network.</param>
/// <param name="Name">Who or what sits there.</param>
/// <param name="Place">Where help must come to; "" when it is not said.</param>
public sealed record StartPhone(string Number, string? Port, string Name, string Place);
