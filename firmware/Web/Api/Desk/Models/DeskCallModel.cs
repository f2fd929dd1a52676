using Switchhook.Calls;

namespace Switchhook.Web.Api.Desk.Models;

/// <summary>What an agent is to know of the call at hand: the one that rings, lasts or is finished, else the last of today.</summary>
/// <param name="Call">The call.</param>
/// <param name="Queue">The queue that it came by; null for none.</param>
/// <param name="Number">The caller's number, or the number that was dialled; null when unknown.</param>
/// <param name="Name">The caller's name; null when unknown.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="IsOver">True for one that has ended.</param>
/// <param name="Disposition">What it was about; null while nobody has said.</param>
/// <param name="Topics">What it can be about.</param>
/// <param name="Notes">What people wrote down about it, in order.</param>
/// <param name="Earlier">The last calls of the same number before, newest first.</param>
public sealed record DeskCallModel(
    CallId Call,
    string? Queue,
    string? Number,
    string? Name,
    DateTimeOffset StartedAt,
    bool IsOver,
    string? Disposition,
    IReadOnlyList<TopicChoice> Topics,
    IReadOnlyList<NoteModel> Notes,
    IReadOnlyList<EarlierCallModel> Earlier);

/// <summary>What a call can be about.</summary>
/// <param name="Code">The code that a phone dials for it.</param>
/// <param name="Words">In words.</param>
public sealed record TopicChoice(string Code, string Words);

/// <summary>An earlier call of a number.</summary>
/// <param name="Call">The call.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="IsAnswered">True when somebody answered.</param>
/// <param name="Agent">Which agent; null for none.</param>
/// <param name="Disposition">What it was about; null when nobody has said.</param>
/// <param name="Notes">What people wrote down about it, in order.</param>
public sealed record EarlierCallModel(
    CallId Call, DateTimeOffset StartedAt, bool IsAnswered, string? Agent, string? Disposition, IReadOnlyList<NoteModel> Notes);
