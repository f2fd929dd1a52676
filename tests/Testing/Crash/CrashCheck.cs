using System.Globalization;
using System.Text;
using Switchhook.Testing.Processes;

namespace Switchhook.Testing.Crash;

/// <summary>Holds what a box has after a kill against what it showed before: with programs that are not ours, sqlite3 and soxi.</summary>
/// <param name="box">Started again.</param>
/// <param name="client">Its API.</param>
/// <param name="killedAt">When it was killed: before the signal was sent.</param>
/// <param name="goneAt">When it was gone.</param>
internal sealed class CrashCheck(ApplianceProcess box, BoxClient client, DateTimeOffset killedAt, DateTimeOffset goneAt)
{
    /// <summary>What a recording, and with it the known end of a call, may lack.</summary>
    public static TimeSpan MostLost { get; } = TimeSpan.FromSeconds(1);

    private readonly List<string> _faults = [];
    private TimeSpan _worstEnd;
    private TimeSpan _worstSound;
    private int _sounds;

    /// <summary>Checks the store, then each call.</summary>
    public async Task<CrashResult> RunAsync(IReadOnlyCollection<SeenCall> seen, CancellationToken cancel)
    {
        await CheckStoreAsync();
        if ((await client.LiveAsync(cancel)).Calls.Count > 0)
        {
            _faults.Add("A call is in progress right after the start.");
        }

        foreach (var call in seen)
        {
            await CheckCallAsync(call, cancel);
        }

        var answered = seen.Count(call => call.AnsweredAt is not null);
        var cutOff = seen.Count(call => call is { AnsweredAt: not null, EndedAt: null });
        return new CrashResult(seen.Count, answered, cutOff, _sounds, _worstEnd, _worstSound, _faults);
    }

    private async Task CheckStoreAsync()
    {
        if (await AskSqliteAsync("pragma integrity_check") is not "ok" and var damage)
        {
            _faults.Add($"The store is damaged: {damage}");
        }

        if (await AskSqliteAsync("select count(*) from calls where ended_at is null") is not "0" and var open)
        {
            _faults.Add($"{open} calls were left open.");
        }

        if (await AskSqliteAsync("select entry from journal where kind = 'box.fault' limit 1") is not "" and var fault)
        {
            _faults.Add($"The box tells of a fault: {fault}");
        }
    }

    private async Task CheckCallAsync(SeenCall seen, CancellationToken cancel)
    {
        if (await client.CallAsync(seen.Id, cancel) is not { } call)
        {
            Fault(seen, "is lost");
            return;
        }

        // Answered after the last look is possible; an answer that was shown must be there, to the millisecond.
        if (seen.AnsweredAt is { } answered && call.AnsweredAt != answered)
        {
            Fault(seen, $"was answered at {answered:HH:mm:ss.fff}, and now at {call.AnsweredAt:HH:mm:ss.fff}");
        }

        if (call.EndedAt is not { } ended)
        {
            Fault(seen, "was left open");
            return;
        }

        if (seen.EndedAt is { } shown)
        {
            if (ended != shown)
            {
                Fault(seen, $"ended at {shown:HH:mm:ss.fff}, and now at {ended:HH:mm:ss.fff}");
            }
        }
        else if (call.AnsweredAt is not null)
        {
            CheckEnd(seen, call);
        }

        if (call.Recording is { } recording)
        {
            await CheckSoundAsync(seen, call, recording, cancel);
        }
        else if (call.AnsweredAt is { } at && killedAt - at > MostLost)
        {
            // Answered in the last second, a call may have lost the news of its recording with it.
            Fault(seen, $"was answered {(killedAt - at).TotalSeconds:0.000} s before the kill and has no recording");
        }
    }

    // A call that was not cut off ended by itself between the last look and the kill.
    private void CheckEnd(SeenCall seen, CallView call)
    {
        var lost = (IsCutOff(call) ? killedAt : seen.LastSeenAt) - call.EndedAt!.Value;
        _worstEnd = lost > _worstEnd ? lost : _worstEnd;
        if (lost > MostLost || call.EndedAt > goneAt)
        {
            Fault(seen, $"ended at {call.EndedAt:HH:mm:ss.fff}; last seen {seen.LastSeenAt:HH:mm:ss.fff}, killed {killedAt:HH:mm:ss.fff}");
        }
    }

    private static bool IsCutOff(CallView call) => call.Cause?.Code == "boxStopped";

    private async Task CheckSoundAsync(SeenCall seen, CallView call, RecordingView recording, CancellationToken cancel)
    {
        var began = await AskSqliteAsync($"select at from journal where call = '{seen.Id}' and kind = 'recording.started'");
        var from = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(began, CultureInfo.InvariantCulture));
        var expected = (IsCutOff(call) ? killedAt : call.EndedAt!.Value) - from;
        try
        {
            var length = await SecondsAsync(await client.SoundAsync(recording, cancel));
            _sounds++;
            var lost = expected - TimeSpan.FromSeconds(length);
            _worstSound = lost > _worstSound ? lost : _worstSound;
            if (lost > MostLost)
            {
                Fault(seen, $"has {length} s of sound instead of {expected.TotalSeconds} s");
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or FormatException)
        {
            // A recording without any sound has no file: right when it began in the last second.
            if (expected > MostLost)
            {
                Fault(seen, $"has a recording of {expected.TotalSeconds} s that does not play: {failure.Message}");
            }
        }
    }

    private static async Task<double> SecondsAsync(byte[] wav)
    {
        using var folder = new TempFolder();
        var file = folder.File("recording.wav");
        await File.WriteAllBytesAsync(file, wav);
        var seconds = await ExternalProgram.RunAsync("soxi", ["-D", file]);
        return double.Parse(Encoding.ASCII.GetString(seconds), CultureInfo.InvariantCulture);
    }

    private async Task<string> AskSqliteAsync(string sql)
    {
        var database = Path.Combine(box.DataFolder, "switchhook.db");
        var answer = await ExternalProgram.RunAsync("sqlite3", ["-readonly", "-cmd", ".timeout 5000", database, sql]);
        return Encoding.UTF8.GetString(answer).Trim();
    }

    private void Fault(SeenCall call, string what) => _faults.Add($"Call {call.Id} {what}.");
}
