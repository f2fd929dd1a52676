using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Queues.Messages;
using Switchhook.Flows.Steps;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Voicemail;

/// <summary>Keeps the messages of the mailboxes: writes what becomes of them, and removes what nobody may hear any more.</summary>
/// <remarks>
/// <para>The journal comes first, the file after it. What a power cut leaves: a message that was being spoken is kept as far as the disk
/// has it; one that was deleted is still deleted, and its file is removed at the next start.</para>
/// <para>Control loop only.</para>
/// </remarks>
public sealed class VoicemailDesk
{
    /// <summary>A shorter message is none: nobody has said a word.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    /// <summary>How long a deleted message can be taken back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromHours(1);

    /// <summary>Who has done what nobody asked for.</summary>
    public const string Box = "the box";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    // Also how often a file is tried that the disk has not let go of.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly FlowServices _services;
    private readonly CallJournal _journal;
    private readonly VoicemailBoard _board;
    private readonly Func<SiteInForce> _site;
    private readonly MessageDesk _work;
    private IDisposable? _sweep;
    private bool _isSweeping;

    /// <summary>Keeps nothing yet.</summary>
    /// <param name="services">What flows work with.</param>
    /// <param name="journal">Where it is written.</param>
    /// <param name="board">What there is.</param>
    /// <param name="site">The site in force.</param>
    /// <param name="work">Takes messages that are work of a queue.</param>
    internal VoicemailDesk(
        FlowServices services, CallJournal journal, VoicemailBoard board, Func<SiteInForce> site, MessageDesk work)
    {
        (_services, _journal, _board, _site, _work) = (services, journal, board, site, work);
        work.Heard += OnHeardAsWork;
    }

    /// <summary>A message is there for its mailbox.</summary>
    internal event Action<VoicemailMessage>? Arrived;

    /// <summary>What there is now.</summary>
    public VoicemailSnapshot Current => _board.Current;

    /// <summary>True when a mailbox takes no more messages.</summary>
    public bool IsFull(VoicemailConfig box) =>
        Current.All.Count(one => one.Box == box.Name && !one.IsGreeting && one.State != VoicemailState.Deleted) >= box.Most;

    /// <summary>
    /// Takes up what there was before a restart, and what was being spoken then. The board has it; the site is in force, and so are the
    /// queues.
    /// </summary>
    public void Restore()
    {
        foreach (var one in Current.All.Where(one => one.State == VoicemailState.Speaking).ToList())
        {
            if (!one.IsGreeting && _services.Recorder.LengthOfMessage(one.Recording) is { } length && length >= Shortest)
            {
                _journal.Append(
                    new VoicemailLeft(one.Call, one.Box, one.Recording, one.Caller, one.CallerName, length) { IsCutOff = true });
                Arrive(one.Recording);
            }
            else
            {
                Delete(one, "The box stopped before anything was kept of it.");
            }
        }

        Sweep();
    }

    /// <summary>Changes the state of a message that can be heard.</summary>
    /// <param name="recording">The message.</param>
    /// <param name="state">Heard, saved or deleted.</param>
    /// <param name="by">Who does it.</param>
    /// <returns>Null when it is done; else why not.</returns>
    public string? Change(string recording, VoicemailState state, string by)
    {
        if (Current.Find(recording) is not { IsKept: true } message)
        {
            return "This message is not there any more.";
        }

        if (message.State != state)
        {
            Write(message, state, by, $"The message of {Shown(message)} in mailbox {message.Box} is {InWords(state)} (by {by}).");
            _work.Withdraw(recording, $"The message has been {InWords(state)} in mailbox {message.Box}.");
            ScheduleSweep();
        }

        return null;
    }

    /// <summary>Takes back that a message was deleted.</summary>
    /// <param name="recording">The message.</param>
    /// <param name="by">Who does it.</param>
    /// <returns>Null when it is done; else why not.</returns>
    public string? Undo(string recording, string by)
    {
        if (Current.Find(recording) is not { State: VoicemailState.Deleted, IsGreeting: false } message || IsDue(message))
        {
            return "This message cannot be taken back any more.";
        }

        Write(
            message,
            message.Previous is VoicemailState.Saved ? VoicemailState.Saved : VoicemailState.Heard,
            by,
            $"The message of {Shown(message)} in mailbox {message.Box} is taken back (by {by}).");
        return null;
    }

    /// <summary>Callers hear the prompt or the box's own sentence again.</summary>
    /// <param name="box">The mailbox.</param>
    /// <param name="by">Who does it.</param>
    /// <returns>Null when it is done; else why not.</returns>
    public string? ForgetGreeting(string box, string by)
    {
        if (Current.GreetingOf(box) is not { } greeting)
        {
            return "Nobody has recorded a greeting.";
        }

        Write(greeting, VoicemailState.Deleted, by, $"The greeting of mailbox {box} is deleted (by {by}).");
        Sweep();
        return null;
    }

    /// <summary>A caller begins to speak. It is written at once, so that what was spoken is found after a power cut.</summary>
    internal VoicemailLeft Begin(FlowCall flow, VoicemailConfig box, string recording)
    {
        var begun = new VoicemailLeft(
            flow.Call.Id, box.Name, recording, flow.Identity.Withheld ? null : flow.Identity.Number, flow.Identity.Name, Length: null);
        _journal.Append(begun);
        return begun;
    }

    /// <summary>The message is spoken and on disk.</summary>
    internal void Keep(VoicemailLeft begun, MessageSound sound)
    {
        _journal.Append(begun with { Length = sound.Length, IsCutOff = sound.IsCutOff });
        Arrive(begun.Recording);
        ScheduleSweep();
    }

    /// <summary>Someone begins to speak a greeting.</summary>
    internal VoicemailGreeted BeginGreeting(Call call, string box, string recording, string by)
    {
        var begun = new VoicemailGreeted(call.Id, box, recording, Length: null, by);
        _journal.Append(begun);
        return begun;
    }

    /// <summary>Callers hear the new greeting from now on; the one before is deleted.</summary>
    internal void KeepGreeting(VoicemailGreeted begun, MessageSound sound)
    {
        var before = Current.GreetingOf(begun.Box);
        _journal.Append(begun with { Length = sound.Length });
        if (before is not null)
        {
            Delete(before, $"Mailbox {begun.Box} has another greeting.");
        }
    }

    /// <summary>What was begun is not kept.</summary>
    internal void Drop(string recording, string why)
    {
        if (Current.Find(recording) is { } message)
        {
            Delete(message, why);
        }
    }

    private void Arrive(string recording)
    {
        if (Current.Find(recording) is not { Length: { } length } message)
        {
            return;
        }

        var site = _site().Model;
        if (site.Voicemail.GetValueOrDefault(message.Box) is { IsWork: true, Queue: { } queue }
            && !_work.Owe(message.Call, queue, recording, length, message.Caller))
        {
            _journal.Append(new StepTaken(
                message.Call, "message", $"It is no work of queue {queue}: {MessageDesk.MostOwed} messages wait there already."));
        }

        Arrived?.Invoke(message);
    }

    private void Delete(VoicemailMessage message, string why)
    {
        Write(message, VoicemailState.Deleted, Box, why);
        Sweep();
    }

    // An agent has heard it as work of the queue.
    private void OnHeardAsWork(string recording)
    {
        if (Current.Find(recording) is { State: VoicemailState.New } message)
        {
            Write(message, VoicemailState.Heard, Box, $"An agent has heard the message of {Shown(message)} in mailbox {message.Box}.");
        }
    }

    private void Write(VoicemailMessage message, VoicemailState state, string by, string why) =>
        _journal.Append(new VoicemailChanged(message.Box, message.Recording, state.ToString(), by, why));

    private void Sweep()
    {
        if (!_isSweeping)
        {
            _isSweeping = true;
            _services.Loop.Launch(SweepAsync);
        }
    }

    private async Task SweepAsync()
    {
        try
        {
            foreach (var old in Current.All.Where(IsTooOld).ToList())
            {
                var why = $"The message of {Shown(old)} in mailbox {old.Box} was kept as long as the site says.";
                Write(old, VoicemailState.Deleted, Box, why);
                _work.Withdraw(old.Recording, why);
            }

            while (Current.All.FirstOrDefault(one => IsDue(one)) is { } message)
            {
                if (!await _services.Recorder.RemoveMessageAsync(message.Recording))
                {
                    break;
                }

                Write(message, VoicemailState.Erased, Box, $"The sound of message {message.Recording} is removed.");
            }
        }
        finally
        {
            _isSweeping = false;
            ScheduleSweep();
        }
    }

    // Only what someone could want back is kept for a while. A message whose time is over is not.
    private bool IsDue(VoicemailMessage message) => message.State == VoicemailState.Deleted
        && (message.IsGreeting
            || message.Previous is VoicemailState.Speaking
            || _services.Loop.Time.GetUtcNow() - message.ChangedAt >= UndoTime);

    // A mailbox that is not in the site any more keeps what it has as long as any, in case it comes back.
    private bool IsTooOld(VoicemailMessage message) =>
        message.IsKept && _services.Loop.Time.GetUtcNow() - message.At >= KeepOf(message.Box);

    private TimeSpan KeepOf(string box) => _site().Model.Voicemail.GetValueOrDefault(box)?.Keep ?? VoicemailDefaults.Keep;

    private void ScheduleSweep()
    {
        _sweep?.Dispose();
        _sweep = null;
        var now = _services.Loop.Time.GetUtcNow();
        if (Current.All.Select(DueAt).Min() is { } at)
        {
            var pause = at - now;
            _sweep = _services.Loop.Schedule(
                pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, Sweep);
        }
    }

    private DateTimeOffset? DueAt(VoicemailMessage message) =>
        message.State == VoicemailState.Deleted ? message.ChangedAt + UndoTime
        : message.IsKept ? message.At + KeepOf(message.Box)
        : null;

    private static string Shown(VoicemailMessage message) => message.CallerName ?? message.Caller ?? "an unknown caller";

    private static string InWords(VoicemailState state) => state.ToString().ToLowerInvariant();
}
