using Switchhook.Acd.Engine;
using Switchhook.Audio.Waiting;
using Switchhook.Calls;
using Switchhook.Calls.Loop;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Steps;
using Switchhook.Flows.Talking;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues;

/// <summary>What a waiting caller hears: music, and in turn where he stands, how long it takes, and the messages of the site.</summary>
internal sealed class WaitingSound : IDisposable
{
    private readonly ControlLoop _loop;
    private readonly AcdEngine _engine;
    private readonly FlowCall _flow;
    private readonly QueueConfig _queue;
    private readonly string _visit;
    private readonly QueueSound _sound;
    private readonly DateTimeOffset _beganAt;
    private CancellationTokenSource _stop = new();
    private IDisposable? _next;
    private bool _isOver;
    private bool _isPutOff;
    private int _message;

    /// <param name="loop">The control loop.</param>
    /// <param name="engine">Knows place and forecast.</param>
    /// <param name="flow">The call.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="visit">Id of the visit.</param>
    /// <param name="music">The music.</param>
    public WaitingSound(ControlLoop loop, AcdEngine engine, FlowCall flow, QueueConfig queue, string visit, HoldSound music)
    {
        (_loop, _engine, _flow, _queue, _visit) = (loop, engine, flow, queue, visit);
        _beganAt = loop.Time.GetUtcNow();
        _sound = new QueueSound(music.Open(), loop.Post);
    }

    /// <summary>When the queue opens again, for a caller whose turn does not come before it closes; null for others.</summary>
    public DateTimeOffset? PutOffTo =>
        _flow.Site.HoursOf(_queue.Name).PutsOffTo(_loop.Time.GetUtcNow(), _engine.ForecastWait(_visit));

    /// <summary>Plays until it is stopped, or until the caller goes; music goes on where it was paused.</summary>
    public async Task PlayAsync()
    {
        if (_isOver)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _flow.Caller.Gone);
        var playing = _sound.PlayAsync(_flow.Caller.Media, either.Token);
        Announce(isFirst: true);
        await playing;
    }

    /// <summary>Falls silent for something else that the caller shall hear.</summary>
    public void Pause()
    {
        _next?.Dispose();
        _stop.Cancel();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    /// <summary>Falls silent for good, in the middle of a word if need be: someone has time for the caller.</summary>
    public void Stop()
    {
        _isOver = true;
        Pause();
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private void Announce(bool isFirst)
    {
        if (_isOver || _flow.Caller.State == LegState.Ended)
        {
            return;
        }

        SayWhereHeStands(isFirst);
        var isPutOff = SayPutOff();
        if (!isFirst)
        {
            SayNextMessage();
        }

        if (!isFirst && !isPutOff)
        {
            OfferCallback();
            OfferMessage();
        }

        _next = _loop.Schedule(_queue.Music.Every, () => Announce(isFirst: false));
    }

    // Once, as soon as the forecast is past closing. Who waits when it has closed is served yet.
    private bool SayPutOff()
    {
        var now = _loop.Time.GetUtcNow();
        if (_isPutOff || !_flow.Site.HoursOf(_queue.Name).IsOpenAt(now) || PutOffTo is not { } opens)
        {
            return false;
        }

        _isPutOff = true;
        Phrase[] again = SpokenTime.Of(opens, now, _flow.Site.Hours.Calendar) is { } time ? [Phrase.OpensAgain(time)] : [];
        Phrase[] offer = _queue.CallbackKey is { } key ? [Phrase.CallbackOffer(key)] : [];
        var announcement = _flow.Announcements.Make([Phrase.NotBeforeClosing, .. again, .. offer]);
        _flow.Call.Note("queue", $"The forecast wait is past closing, and the caller is told so: {announcement.Prompt?.Name}");
        Say(announcement, "closing");
        return true;
    }

    private void OfferCallback()
    {
        if (_queue.CallbackKey is { } key && _loop.Time.GetUtcNow() - _beganAt >= _queue.Callback!.After)
        {
            Say(_flow.Announcements.Make(Phrase.CallbackOffer(key)), "callback");
        }
    }

    private void OfferMessage()
    {
        if (_loop.Time.GetUtcNow() - _beganAt >= _queue.Message.After
            && _queue.Keys.FirstOrDefault(key => key.Does == QueueKeyAction.Message) is { } key)
        {
            Say(_flow.Announcements.Make(Phrase.MessageOffer(key.Key)), "message");
        }
    }

    private void SayWhereHeStands(bool isFirst)
    {
        var phrases = new List<Phrase>();
        if (_queue.Music.SaysPosition && _engine.TellPlace(_visit) is { } place)
        {
            phrases.Add(Phrase.Place(place));
        }

        if (_queue.Music.SaysWait && _engine.ForecastWait(_visit) is { } wait)
        {
            phrases.Add(Phrase.Forecast(wait));
        }

        if (phrases.Count > 0)
        {
            Say(_flow.Announcements.Make(isFirst ? phrases : [Phrase.ThankYou, .. phrases]), "place");
        }
    }

    private void SayNextMessage()
    {
        var messages = _queue.Music.Messages;
        if (messages.Count > 0 && _flow.Site.Prompts.Prompts.GetValueOrDefault(messages[_message++ % messages.Count]) is { } prompt)
        {
            _ = _sound.SayAsync(prompt);
        }
    }

    private void Say(Announcement announcement, string about)
    {
        if (announcement.Missing is { } missing)
        {
            _flow.Call.Note("queue", missing);
        }

        if (announcement.Prompt is { } prompt)
        {
            _ = _sound.SayAsync(prompt, about);
        }
    }
}
