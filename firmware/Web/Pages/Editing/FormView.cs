using System.Collections.Immutable;

namespace Switchhook.Web.Pages.Editing;

/// <summary>A form over a part of the site file.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="Base">Number of the version that it shows.</param>
/// <param name="Rows">What can be changed.</param>
public sealed record FormView(FormKind Kind, int Base, IReadOnlyList<FormRow> Rows)
{
    /// <summary>True when it was sent without a change.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What is wrong, by the names of fields.</summary>
    public IReadOnlyDictionary<string, string> Mistakes { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>The parts of a site file that have a form.</summary>
public enum FormKind
{
    /// <summary>Telephones and the people at them.</summary>
    Phones,

    /// <summary>Opening hours and the days on which they differ.</summary>
    Hours,

    /// <summary>What callers hear.</summary>
    Prompts,

    /// <summary>Where callers wait.</summary>
    Queues,
}

/// <summary>One thing of a form: a phone, a timetable, a prompt.</summary>
/// <param name="Title">Its name in the site file; null for one to be made.</param>
/// <param name="Fields">Its fields.</param>
public sealed record FormRow(string? Title, IReadOnlyList<FormField> Fields);

/// <summary>A field of a form.</summary>
/// <param name="Name">Name in the form.</param>
/// <param name="Label">What it is.</param>
/// <param name="Path">Where its value stands in the site file.</param>
/// <param name="Value">The value as the field shows it; "" for none.</param>
public sealed record FormField(string Name, FieldLabel Label, ImmutableArray<string> Path, string Value)
{
    /// <summary>What may be chosen, for fields with a choice.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>A field whose name is its path.</summary>
    public static FormField Of(FieldLabel label, string value, params ImmutableArray<string> path) =>
        new(string.Join('/', path), label, path, value);
}

/// <summary>What fields are for; the page says it in the reader's language.</summary>
public enum FieldLabel
{
    /// <summary>Number of a phone.</summary>
    Number,

    /// <summary>Name of a person or place.</summary>
    Name,

    /// <summary>Port of a phone, or <c>sip</c>.</summary>
    Connection,

    /// <summary>Where help must come to.</summary>
    Place,

    /// <summary>Hunt groups in which a phone rings.</summary>
    Groups,

    /// <summary>Takes the thing out of the site.</summary>
    Remove,

    /// <summary>Times of the days that the last key of the path names.</summary>
    Times,

    /// <summary>Times of the dates that the last key of the path names, or <c>closed</c>.</summary>
    DateTimes,

    /// <summary>Days without any hours.</summary>
    Closed,

    /// <summary>Days of a named set.</summary>
    Days,

    /// <summary>Days of the week that get times.</summary>
    NewDays,

    /// <summary>Times of those.</summary>
    NewTimes,

    /// <summary>Dates that get other hours.</summary>
    NewDates,

    /// <summary>Hours of those.</summary>
    NewDateTimes,

    /// <summary>A name in the site file.</summary>
    Key,

    /// <summary>Agents of a queue.</summary>
    Members,

    /// <summary>Who gets the next caller.</summary>
    Strategy,

    /// <summary>Hours in which callers are let in.</summary>
    OpenHours,

    /// <summary>Skills that callers need, with commas.</summary>
    Skills,

    /// <summary>Most callers that wait.</summary>
    MostWaiting,

    /// <summary>How fast callers are to be answered.</summary>
    ServiceLevel,

    /// <summary>How long an agent is rung.</summary>
    RingTime,

    /// <summary>Time to finish after a call.</summary>
    WrapUp,

    /// <summary>How long a caller waits for the agent of the last talk.</summary>
    LastAgent,

    /// <summary>How much it counts beside other queues.</summary>
    Weight,

    /// <summary>Whether an agent hears the name of the queue first.</summary>
    Whisper,

    /// <summary>Music for who waits.</summary>
    Music,

    /// <summary>What the box says between the music: <c>position</c>, <c>wait</c>.</summary>
    Announcements,

    /// <summary>Time between those.</summary>
    Every,

    /// <summary>When callers leave unanswered: a line for each rule, with <c>|</c> between condition, value and where to.</summary>
    Overflow,

    /// <summary>Text that is spoken; in the language that the last key of the path names, where there are several.</summary>
    Say,
}
