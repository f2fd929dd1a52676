namespace Switchhook.Web.Api.Recordings;

/// <summary>Which recordings a program or a page asks for, as it stands in the address. What is empty is not asked for.</summary>
public sealed class RecordingAsk
{
    /// <summary>Most recordings to return, 1 to 200; 50 when left out.</summary>
    public string? Limit { get; init; }

    /// <summary>Value of <c>next</c> of the page before.</summary>
    public string? Before { get; init; }

    /// <summary>Only calls that started at or after this time; a day such as 2026-11-23 means its begin where the site is.</summary>
    public string? From { get; init; }

    /// <summary>Only calls that started before this time; a day means its end where the site is.</summary>
    public string? To { get; init; }

    /// <summary>Part of the caller's number, or of the number that a phone dialled.</summary>
    public string? Number { get; init; }

    /// <summary>An agent who had the call from a queue.</summary>
    public string? Agent { get; init; }

    /// <summary>A queue that the call was in.</summary>
    public string? Queue { get; init; }

    /// <summary>A line or trunk that had part in the call.</summary>
    public string? Line { get; init; }

    /// <summary>Not shorter than so many seconds.</summary>
    public string? Shortest { get; init; }

    /// <summary>Not longer than so many seconds.</summary>
    public string? Longest { get; init; }

    /// <summary><c>yes</c> for those with a note only.</summary>
    public string? Noted { get; init; }

    /// <summary>Words that the note holds.</summary>
    public string? Note { get; init; }
}
