using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Security.Audit;

/// <summary>What the audit log says of a route: its sentence, with values of the address in braces.</summary>
/// <param name="Sentence">Such as <c>Paused agent {name}</c>.</param>
/// <param name="IsHearing">True for the sound of a caller.</param>
internal sealed record AuditWords(string Sentence, bool IsHearing)
{
    private const string Api = "/api/v1";

    // By method and path without constraints.
    private static readonly FrozenDictionary<string, string> Writes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST /sign-in"] = "Signed in",
        ["POST /sign-in/code"] = "Signed in with a second factor",
        ["POST /account/second-factor"] = "Began to set up a second factor",
        ["POST /account/second-factor/confirm"] = "Turned the second factor on",
        ["POST /account/second-factor/remove"] = "Turned the second factor off",
        ["POST /people/second-factor"] = "Turned a second factor off",
        ["POST /claim"] = "Claimed the box",
        ["POST /join"] = "Chose a password by an invitation",
        ["POST /sign-out"] = "Signed out",
        ["POST /account/password"] = "Changed the own password",
        ["POST /account/language"] = "Chose the language of the pages",
        ["POST /account/keys"] = "Made an API key",
        ["POST /account/keys/{id}/revoke"] = "Took back API key {id}",
        ["POST /account/sessions/{id}/end"] = "Signed out another browser",
        ["POST /people"] = "Invited somebody",
        ["POST /people/rights"] = "Changed a role",
        ["POST /people/invitation"] = "Made a code for a new password",
        ["POST /people/lock"] = "Locked an account",
        ["POST /people/unlock"] = "Unlocked an account",
        ["POST /people/remove"] = "Removed an account",
        ["POST /calls/{id}/queue"] = "Moved the caller of call {id} to a queue",
        ["POST /calls/{id}/call-back"] = "Had the caller of call {id} called back",
        ["POST /agents/{name}/{action}"] = "Agent {name}: {action}",
        ["POST /calls/{id}/give"] = "Gave the caller of call {id} to an agent",
        ["POST /calls/{id}/agent"] = "Gave the caller of call {id} to an agent",
        ["POST /calls/{id}/notes"] = "Wrote a note of call {id}",
        ["PUT /recordings/{id}/note"] = "Wrote a note of recording {id}",
        ["POST /recordings/{id}/note"] = "Wrote a note of recording {id}",
        ["POST /agents/{name}/monitor"] = "Heard the call of agent {name}",
        ["POST /agents/{name}/disposition"] = "Agent {name}: what the call was about",
        ["POST /desk/{action}"] = "At the desk: {action}",
        ["POST /desk/call"] = "At the desk: made a call",
        ["POST /desk/topic"] = "At the desk: what the call was about",
        ["POST /desk/note"] = "At the desk: wrote a note",
        ["POST /phones/{number}/call"] = "Made a call from phone {number}",
        ["POST /site/apply"] = "Sent a new site file",
        ["POST /site/forms/phones"] = "Filled in the form of the phones",
        ["POST /site/forms/hours"] = "Filled in the form of the hours",
        ["POST /site/forms/prompts"] = "Filled in the form of the prompts",
        ["POST /site/forms/queues"] = "Filled in the form of the queues",
        ["POST /welcome/place"] = "First start: said where the box is",
        ["POST /welcome/lines"] = "First start: said which lines there are",
        ["POST /welcome/phones"] = "First start: said which phones there are",
        ["POST /welcome/answer"] = "First start: said who answers",
        ["POST /welcome/emergency"] = "First start: said where help must come to",
        ["POST /welcome/again"] = "First start: began again",
        ["POST /welcome/apply"] = "First start: sent the site file",
        ["POST /site/edit"] = "Changed values of the site file",
        ["POST /site/versions/{number}/roll-back"] = "Put version {number} of the site in force again",
        ["POST /hours/night"] = "Switched night",
        ["POST /safety/stops/{phone}/release"] = "Let phone {phone} call outside again",
        ["POST /voicemail/{name}/greeting/delete"] = "Deleted the greeting of mailbox {name}",
        ["POST /voicemail/{name}/{id}/{action}"] = "Message {id} of mailbox {name}: {action}",
        ["POST /missed/{id}/{action}"] = "Missed caller {id}: {action}",
        ["POST /phones/{number}/secret"] = "Looked at the secret of phone {number}",
        ["POST /phones/{number}/renew"] = "Gave phone {number} a new address and secret",
        ["POST /prompts/{name}/{language}"] = "Gave prompt {name} ({language}) a sound",
        ["POST /prompts/{name}/{language}/remove"] = "Took the sound of prompt {name} ({language}) away",
        ["POST /webhooks"] = "Made a webhook",
        ["PUT /webhooks/{id}"] = "Changed webhook {id}",
        ["POST /webhooks/{id}"] = "Changed webhook {id}",
        ["DELETE /webhooks/{id}"] = "Removed webhook {id}",
        ["POST /webhooks/{id}/{action}"] = "Webhook {id}: {action}",
        ["POST /webhooks/{id}/pause"] = "Webhook {id}: pause",
        ["POST /webhooks/{id}/resume"] = "Webhook {id}: resume",
        ["POST /webhooks/{id}/ping"] = "Webhook {id}: ping",
        ["POST /webhooks/{id}/secret"] = "Made a new secret for webhook {id}",
        ["POST /webhooks/{id}/deliveries/{number}/resend"] = "Webhook {id}: sent delivery {number} again",
        ["POST /reports/mails"] = "Made a report by mail",
        ["PUT /reports/mails/{id}"] = "Changed report by mail {id}",
        ["POST /reports/mails/{id}"] = "Changed report by mail {id}",
        ["DELETE /reports/mails/{id}"] = "Removed report by mail {id}",
        ["POST /reports/mails/{id}/{action}"] = "Report by mail {id}: {action}",
        ["POST /reports/mails/{id}/send"] = "Report by mail {id}: send",
        ["POST /reports/mails/{id}/pause"] = "Report by mail {id}: pause",
        ["POST /reports/mails/{id}/resume"] = "Report by mail {id}: resume",
        ["POST /advice/switch"] = "Switched between hunt group and queue",
        ["PUT /site"] = "Sent a new site file",
        ["POST /site/switch"] = "Switched between hunt group and queue",
        ["POST /agents/{name}/log-in"] = "Agent {name}: log-in",
        ["POST /agents/{name}/log-out"] = "Agent {name}: log-out",
        ["POST /agents/{name}/pause"] = "Agent {name}: pause",
        ["POST /agents/{name}/ready"] = "Agent {name}: ready",
        ["POST /agents/{name}/more-time"] = "Agent {name}: more-time",
        ["PUT /agents/{name}/queues"] = "Agent {name}: queues",
        ["PUT /people/{name}"] = "Changed the account of {name}",
        ["POST /people/{name}/invitation"] = "Made a code for a new password of {name}",
        ["DELETE /people/{name}"] = "Removed the account of {name}",
        ["PUT /night"] = "Switched night",
        ["DELETE /outbound/stops/{phone}"] = "Let phone {phone} call outside again",
        ["DELETE /bans/{address}"] = "Let address {address} in again",
        ["PUT /voicemail/{name}/messages/{id}/state"] = "Message {id} of mailbox {name}: state",
        ["POST /voicemail/{name}/messages/{id}/undo"] = "Message {id} of mailbox {name}: undo",
        ["POST /voicemail/{name}/messages/{id}/call-back"] = "Message {id} of mailbox {name}: call-back",
        ["DELETE /voicemail/{name}/greeting"] = "Deleted the greeting of mailbox {name}",
        ["POST /missed/{id}/claim"] = "Missed caller {id}: claim",
        ["POST /missed/{id}/release"] = "Missed caller {id}: release",
        ["POST /missed/{id}/dismiss"] = "Missed caller {id}: dismiss",
        ["POST /missed/{id}/call"] = "Missed caller {id}: call",
        ["POST /phones/{number}/provisioning/renew"] = "Gave phone {number} a new address and secret",
        ["PUT /phones/{number}/waiting-messages"] = "Set the message lamp of phone {number}",
        ["PUT /prompts/{name}/audio"] = "Gave prompt {name} a sound",
        ["POST /backup"] = "Made a backup",
        ["POST /system/restart"] = "Started the box anew",
        ["DELETE /prompts/{name}/audio"] = "Took the sound of prompt {name} away",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Hearings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GET /recordings/{id}/audio"] = "Heard recording {id}",
        ["GET /diagnostics/bundle"] = "Saved a diagnostic bundle",
        ["GET /diagnostics/bundle/full"] = "Saved a diagnostic bundle with callers' numbers",
        ["GET /recordings/archive"] = "Saved recordings as one file",
        ["GET /voicemail/{name}/messages/{id}/audio"] = "Heard message {id} of mailbox {name}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What is sent to be answered, and changes nothing.
    private static readonly FrozenSet<string> Questions =
        new[] { "POST /advice/what-if", "POST /flows/try", "POST /site/check", "POST /site/review" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a route that is kept; null for one that changes nothing, and for the play of the simulator.</summary>
    public static AuditWords? Of(RouteEndpoint route, string method)
    {
        var key = KeyOf(route, method);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method))
        {
            return Hearings.TryGetValue(key, out var hearing) ? new AuditWords(hearing, true) : null;
        }

        // A route that was forgotten above is kept too, by its address; a test looks for those.
        return IsQuiet(route, method) ? null : new AuditWords(Writes.GetValueOrDefault(key, key), false);
    }

    /// <summary>True for a route whose requests are not kept.</summary>
    public static bool IsQuiet(RouteEndpoint route, string method) =>
        Questions.Contains(KeyOf(route, method)) || route.RoutePattern.RawText is ['{', '*', ..]
        || route.Metadata.GetMetadata<Needs>() is { Ability: Ability.Simulator };

    /// <summary>True for a route that has words of its own.</summary>
    public static bool Knows(RouteEndpoint route, string method) => Writes.ContainsKey(KeyOf(route, method));

    /// <summary>The sentence of a request.</summary>
    /// <param name="values">Values of the address.</param>
    /// <param name="about">What it is about, where the address does not say it.</param>
    public string Filled(RouteValueDictionary values, string? about)
    {
        var text = Sentence;
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value?.ToString(), StringComparison.Ordinal);
        }

        return about is null ? text : $"{text}: {about}";
    }

    private static string KeyOf(RouteEndpoint route, string method)
    {
        var parts = route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => "",
        })));
        var path = "/" + string.Join('/', parts);
        return $"{method} {(path.StartsWith(Api, StringComparison.Ordinal) ? path[Api.Length..] : path)}";
    }
}
