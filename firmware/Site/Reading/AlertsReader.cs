using System.Net.Mail;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Alerts;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Reading;

/// <summary>Reads whom the box tells of alarms.</summary>
internal static class AlertsReader
{
    private const int MostPort = 65_535;

    // Where a server expects TLS without STARTTLS (RFC 8314).
    private const int TlsPort = 465;

    private static readonly string[] Ways = ["relay", "webhook", "mail"];

    private static readonly string[] MailKeys = ["server", "port", "user", "from", "tls"];

    private static readonly YamlKey[] Keys =
        [.. Ways.Concat(MailKeys).Append("queues").Append("lines").Select(key => YamlKey.Optional(key))];

    /// <summary>Reads <c>alerts</c>.</summary>
    public static IReadOnlyList<AlertDraft> Read(YamlFields file, MistakeLog log) =>
        [.. Section.Entries(file, "alerts", "office: {relay: bell}", log).Select(entry => Alert(entry, log))];

    private static AlertDraft Alert(YamlEntry entry, MistakeLog log)
    {
        Section.CheckName(entry.Key, "alert", log);
        if (YamlFields.Open(entry.Value, $"alert {entry.Key.Value}", Keys, log) is not { } fields)
        {
            return new AlertDraft(entry.Key, null);
        }

        return new AlertDraft(entry.Key, Way(entry.Key.Value, fields, log))
        {
            Queues = Names(fields, "queues", log),
            Lines = Names(fields, "lines", log),
        };
    }

    private static AlertWayDraft? Way(string name, YamlFields fields, MistakeLog log)
    {
        var given = Ways.Where(fields.Has).ToList();
        if (given is not [var way])
        {
            NoteWays(name, fields, given, log);
            return null;
        }

        if (way != "mail" && MailKeys.FirstOrDefault(fields.Has) is { } key)
        {
            log.Error(fields.PlaceOf(key), $"\"{key}\" is for mail, and alert {name} is a {way}.", "Remove it.");
        }

        return way switch
        {
            "relay" => fields.Text("relay") is { } relay ? new AlertWayDraft.Relay(relay) : null,
            "webhook" => Webhook(fields, log),
            _ => Mail(name, fields, log),
        };
    }

    private static void NoteWays(string name, YamlFields fields, List<string> given, MistakeLog log)
    {
        if (given.Count > 1)
        {
            log.Error(
                fields.PlaceOf(given[1]), $"Alert {name} tells in {given.Count} ways.", "Give each way an alert with a name of its own.");
        }
        else if (!fields.HasUnknown)
        {
            log.Error(
                fields.At, $"Alert {name} does not say how it tells.", "Add one of: relay, webhook, mail: \"office: {relay: bell}\".");
        }
    }

    private static AlertWayDraft.Webhook? Webhook(YamlFields fields, MistakeLog log)
    {
        if (fields.Text("webhook", longest: 500) is not { } text)
        {
            return null;
        }

        var isAddress = Uri.TryCreate(text.Value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0
            && address.UserInfo.Length == 0;
        if (isAddress)
        {
            return new AlertWayDraft.Webhook(address!);
        }

        log.Error(
            text.At,
            "The address of the webhook cannot be used.",
            "Write it whole, without a user and a password: \"webhook: https://example.com/hook\".");
        return null;
    }

    private static AlertWayDraft.Mail? Mail(string name, YamlFields fields, MistakeLog log)
    {
        foreach (var (key, example) in new[] { ("server", "smtp.example.com"), ("from", "box@example.com") })
        {
            if (!fields.Has(key) && !fields.HasUnknown)
            {
                log.Error(fields.PlaceOf("mail"), $"Alert {name} sends mail and has no \"{key}\".", $"Add \"{key}: {example}\".");
            }
        }

        var (to, from, server) = (Address(fields, "mail", log), Address(fields, "from", log), HostReader.Host(fields, "server", log));
        var (port, tls) = (fields.Number("port", 1, MostPort), fields.Flag("tls"));
        if (port is { Value: TlsPort } other)
        {
            log.Error(
                other.At,
                $"At port {TlsPort} a server speaks TLS from the start, and the box begins it by STARTTLS.",
                $"Write \"port: {AlertConfig.MailPort}\", or leave it out.");
        }

        var user = fields.Text("user", longest: 100);
        return to is { } receiver && from is { } sender && server is { } host
            ? new AlertWayDraft.Mail(receiver, sender, host, port?.Value ?? AlertConfig.MailPort) { User = user, Tls = tls?.Value ?? true }
            : null;
    }

    // Only what every server takes: no names, no quotes, no letters beyond ASCII.
    private static Located<string>? Address(YamlFields fields, string key, MistakeLog log)
    {
        if (fields.Text(key, longest: 254) is not { } text)
        {
            return null;
        }

        if (text.Value.All(mark => mark is > ' ' and <= '~' and not ('"' or ',' or ';' or '<' or '>'))
            && MailAddress.TryCreate(text.Value, out var address) && address.Address == text.Value)
        {
            return text;
        }

        log.Error(text.At, $"\"{text.Value}\" is no address for mail.", $"Write one such as \"{key}: boss@example.com\".");
        return null;
    }

    private static List<Located<string>> Names(YamlFields fields, string key, MistakeLog log)
    {
        var names = new List<Located<string>>();
        foreach (var name in fields.Texts(key) ?? [])
        {
            if (names.Exists(other => other.Value == name.Value))
            {
                log.Error(name.At, $"\"{key}\" has {name.Value} twice.", "Remove one of the two.");
            }
            else
            {
                names.Add(name);
            }
        }

        return names;
    }
}
