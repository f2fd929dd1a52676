using Switchhook.Calls.Journal.Recordings;

namespace Switchhook.Web.Api.Desk.Models;

/// <summary>What somebody wrote down about a call.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Text">What.</param>
public sealed record NoteModel(DateTimeOffset At, string By, string Text)
{
    internal static IReadOnlyList<NoteModel> Of(IEnumerable<(CallNoted Note, DateTimeOffset At)> notes) =>
        [.. notes.Select(one => new NoteModel(one.At, one.Note.By, one.Note.Note))];
}
