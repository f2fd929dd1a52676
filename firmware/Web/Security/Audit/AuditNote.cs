using Microsoft.AspNetCore.Http;

namespace Switchhook.Web.Security.Audit;

/// <summary>What a route knows better than its address, for the entry of its request in the audit log.</summary>
internal sealed class AuditNote
{
    /// <summary>The name that was typed by somebody who is not signed in yet.</summary>
    public string? Who { get; private set; }

    /// <summary>Whom or what it is about, where the address does not say it.</summary>
    public string? About { get; private set; }

    /// <summary>What was there before.</summary>
    public string? Before { get; private set; }

    /// <summary>What is there after it.</summary>
    public string? After { get; private set; }

    /// <summary>Says who signs in.</summary>
    public static void By(HttpContext context, string who) => Of(context).Who = who;

    /// <summary>Says what it is about.</summary>
    public static void Names(HttpContext context, string about) => Of(context).About = about;

    /// <summary>Says what was changed into what.</summary>
    public static void Changed(HttpContext context, string? before, string? after) =>
        (Of(context).Before, Of(context).After) = (before, after);

    private static AuditNote Of(HttpContext context)
    {
        if (context.Features.Get<AuditNote>() is { } note)
        {
            return note;
        }

        note = new AuditNote();
        context.Features.Set(note);
        return note;
    }
}
