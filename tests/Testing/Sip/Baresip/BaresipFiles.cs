using Switchhook.Testing.Processes;
using Switchhook.Testing.Sip.Sound;

namespace Switchhook.Testing.Sip.Baresip;

/// <summary>Writes what baresip reads at its start: configuration, the sound that it says; and the line that makes a phone of it.</summary>
internal static class BaresipFiles
{
    private static readonly string Template = Path.Combine(AppContext.BaseDirectory, "Sip", "Baresip", "config.template");

    public static async Task WriteAsync(TempFolder folder, BaresipSettings settings, BaresipPorts ports)
    {
        var sound = folder.File("says.wav");
        await WriteSoundAsync(settings, folder.File("says-8000.wav"), sound);
        var text = (await File.ReadAllTextAsync(Template))
            .Replace("{sip}", $"{ports.Sip}", StringComparison.Ordinal)
            .Replace("{control}", $"{ports.Control}", StringComparison.Ordinal)
            .Replace("{rtp}", $"{ports.FirstRtp}-{ports.LastRtp}", StringComparison.Ordinal)
            .Replace("{jitter}", $"{settings.JitterPackets.Least}-{settings.JitterPackets.Most}", StringComparison.Ordinal)
            .Replace("{sound}", sound, StringComparison.Ordinal)
            .Replace("{folder}", folder.Path, StringComparison.Ordinal);
        List<string> more = [.. settings.MoreConfiguration];
        if (settings.Certificate is { } certificate)
        {
            more.Add($"sip_certificate {certificate}");
        }

        await File.WriteAllTextAsync(folder.File("config"), text + string.Join('\n', more) + "\n");

        // The account is given by the control connection, so that no event comes before anyone listens.
        await File.WriteAllTextAsync(folder.File("accounts"), "");
    }

    /// <summary>The account, in a line.</summary>
    internal static string Account(BaresipSettings settings, BaresipPorts ports)
    {
        var transport = settings.Transport.ToString().ToLowerInvariant();
        var server = settings.Server?.ToString() ?? $"127.0.0.1:{ports.Sip}";
        List<string> parts =
        [
            $"<sip:{settings.User}@{server};transport={transport}>",
            $"regint={(settings.Server is null ? 0 : settings.RegisterSeconds)}",
            $"answermode={(settings.Answers ? "auto" : "manual")}",
            $"audio_codecs={string.Join(',', settings.Codecs.Select(Name))}",
            $"ptime={settings.PacketMilliseconds}",
        ];
        if (settings.Password is { } password)
        {
            parts.AddRange([$"auth_user={settings.User}", $"auth_pass={password}"]);
        }

        if ((settings.By ?? settings.Server) is { } place)
        {
            parts.Add($"outbound=\"sip:{place};transport={transport}\"");
        }

        if (settings.Encrypted)
        {
            parts.Add("mediaenc=srtp-mand");
        }

        return string.Join(';', parts.Concat(settings.MoreAccountParameters));
    }

    // As long as the phone may live: where the file ends, the call does.
    private static async Task WriteSoundAsync(BaresipSettings settings, string plain, string path)
    {
        var length = (int)(settings.Limit.TotalSeconds * WavSound.PhoneRate);
        var samples = new short[Math.Max(length, settings.Says.Length)];
        settings.Says.CopyTo(samples);
        await File.WriteAllBytesAsync(plain, new WavSound(samples, WavSound.PhoneRate, 1).ToBytes());
        var (rate, channels) = settings.Codecs[0] switch
        {
            BaresipCodec.Opus => (48_000, 2),
            BaresipCodec.G722 => (16_000, 1),
            _ => (WavSound.PhoneRate, 1),
        };
        if (rate == WavSound.PhoneRate)
        {
            File.Move(plain, path);
        }
        else
        {
            await ExternalProgram.RunAsync("sox", ["-V1", "-D", plain, "-r", $"{rate}", "-c", $"{channels}", path]);
        }
    }

    private static string Name(BaresipCodec codec) => codec switch
    {
        BaresipCodec.Pcma => "PCMA/8000/1",
        BaresipCodec.Pcmu => "PCMU/8000/1",
        BaresipCodec.G722 => "G722/16000/1",
        BaresipCodec.Opus => "opus/48000/2",
    };
}
