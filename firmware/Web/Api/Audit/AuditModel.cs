using Switchhook.Storage.Audit;

namespace Switchhook.Web.Api.Audit;

/// <summary>Something that somebody did, or tried.</summary>
/// <param name="Seq">Its number; later ones are larger.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The account, or the key as <c>key NAME</c>; of a bad sign-in the name that was typed.</param>
/// <param name="Role">The role that it had; empty for a stranger.</param>
/// <param name="From">The address that it came from.</param>
/// <param name="What">What was done, in words.</param>
/// <param name="Status">The HTTP status of the answer: 400 and more for what was not done.</param>
/// <param name="Before">What was there before, where that is told.</param>
/// <param name="After">What is there after it, where that is told.</param>
public sealed record AuditModel(
    long Seq, DateTimeOffset At, string Who, string Role, string From, string What, int Status, string? Before, string? After)
{
    public static AuditModel Of(AuditEntry entry) =>
        new(entry.Seq, entry.At, entry.Who, entry.Role, entry.Origin, entry.What, entry.Status, entry.Before, entry.After);
}
