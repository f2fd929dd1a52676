using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Switchhook.Acd;
using Switchhook.Calls;
using Switchhook.Calls.Journal.Recordings;
using Switchhook.Flows.Talking;
using Switchhook.Storage.Accounts;
using Switchhook.Web.Api.Desk.Models;
using Switchhook.Web.Hosting;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Desk;

/// <summary>What people do with calls, checked: the pages and the API share it.</summary>
/// <remarks>Commands return null when they were done, or one sentence that tells why not.</remarks>
internal static class DeskCommands
{
    private const string NoSuchPhone = "There is no such phone any more.";

    /// <summary>What a supervisor may begin with.</summary>
    public static IReadOnlyDictionary<string, SupervisionMode> Modes { get; } =
        new Dictionary<string, SupervisionMode>(StringComparer.Ordinal)
        {
            ["listen"] = SupervisionMode.Listen,
            ["whisper"] = SupervisionMode.Whisper,
            ["barge"] = SupervisionMode.Barge,
        };

    /// <summary>Rings a supervisor's phone to hear an agent of the site.</summary>
    public static async Task<string?> MonitorAsync(
        string agent, string phone, SupervisionMode mode, HttpContext context, WebBackend backend) =>
        backend.Site.Model.Phones.ContainsKey(phone)
            ? await backend.Calls.MonitorAsync(agent, phone, mode, Access.NameOf(context.User))
            : NoSuchPhone;

    /// <summary>Gives the caller of a call to an agent of the site.</summary>
    public static async Task<string?> GiveAsync(string call, string agent, HttpContext context, WebBackend backend)
    {
        var waiting = backend.Queues.Current.Visits.Values.FirstOrDefault(visit =>
            visit.Call == call && visit is { Kind: WorkKind.Call, AnsweredAt: null });
        return waiting is null ? "This call does not wait in a queue."
            : !backend.Site.Model.Agents.ContainsKey(agent) || !VisitorOf(context).SeesAgent(agent) ? "There is no such agent any more."
            : await backend.Calls.GiveAsync(waiting.Id, agent, Access.NameOf(context.User));
    }

    /// <summary>Rings a phone, and calls a number for it.</summary>
    public static async Task<string?> CallAsync(string phone, string number, HttpContext context, WebBackend backend) =>
        DigitsOf(number) is not { } digits ? "That is no number: digits, with a + before a country code."
        : backend.Site.Model.Phones.ContainsKey(phone) ? await backend.Calls.CallAsync(phone, digits, Access.NameOf(context.User))
        : NoSuchPhone;

    /// <summary>Writes a note into a call.</summary>
    public static async Task<string?> NoteAsync(string call, string text, HttpContext context, WebBackend backend, Stores stores)
    {
        var plain = Plain(text);
        if (plain.Length is 0 or > CallNoted.MostLetters)
        {
            return plain.Length == 0 ? "The note is empty." : $"The note is longer than {CallNoted.MostLetters} letters.";
        }

        if (stores.Calls.Find(new CallId(call)) is not { } found || !IsOf(context, found.Id, stores))
        {
            return "There is no such call any more.";
        }

        await backend.Calls.NoteAsync(found.Id, plain, Access.NameOf(context.User));
        return null;
    }

    private static Visitor VisitorOf(HttpContext context) => context.RequestServices.GetRequiredService<Visitor>();

    // An agent notes what the own calls were about; who is limited to queues, those of the queues.
    private static bool IsOf(HttpContext context, CallId call, Stores stores)
    {
        var visitor = VisitorOf(context);
        return visitor.Rights is { } rights
            && ((rights.Role != Role.Agent && rights.AllQueues)
                || stores.Facts.VisitsOf(call).Any(
                    visit => rights.Role == Role.Agent ? visit.Agent == rights.Agent : visitor.Sees(visit.Queue)));
    }

    /// <summary>The digits of a number as people write it; null when it is none.</summary>
    public static string? DigitsOf(string number)
    {
        if (number.Length > 2 * DeskInputs.MostDigits)
        {
            return null;
        }

        var plain = string.Concat(number.Where(mark => mark is not (' ' or '-' or '.' or '/' or '(' or ')')));
        return plain.Length is > 0 and <= DeskInputs.MostDigits && plain.TrimStart('+') is { Length: > 0 } digits
            && plain.Length - digits.Length <= 1 && digits.All(char.IsAsciiDigit)
            ? plain
            : null;
    }

    // Signs that steer a screen are no text; ends of lines stay.
    private static string Plain(string text) => string.Concat(
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Where(mark => mark == '\n' || !char.IsControl(mark))).Trim();
}
