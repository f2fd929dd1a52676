using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Queues.Messages;
using Switchhook.Flows.Steps;
using Switchhook.Flows.Surveys;
using Switchhook.Flows.Talking;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues;

/// <summary>A caller who waits in a queue.</summary>
internal sealed class CallVisit : QueueWork, IDisposable
{
    // A key that is offered to one who cannot stay is not waited for long.
    private static readonly TimeSpan OfferLimit = TimeSpan.FromSeconds(6);

    private readonly FlowServices _services;
    private readonly QueueHost _host;
    private readonly Conversations _conversations;
    private readonly CallbackDesk _callbacks;
    private readonly MessageDesk _messages;
    private readonly FlowCall _flow;
    private readonly QueueConfig _queue;
    private readonly WaitingSound _sound;
    private readonly HoldSound _hold;
    private readonly VisitLog _log;
    private readonly TaskCompletionSource<FlowMove> _end = new();
    private readonly CancellationTokenSource _over = new();
    private readonly DateTimeOffset _enteredAt;
    private WorkItem? _item;
    private bool _isLetGo;
    private bool _isAsking;
    private (VisitOutcome Outcome, string Why, bool IsClosed)? _letGo;
    private bool _isSpeaking;
    private bool _isOver;
    private FlowMove.AfterTalk? _after;

    /// <param name="services">What flows work with.</param>
    /// <param name="host">Runs the engine.</param>
    /// <param name="conversations">Where the talk takes place.</param>
    /// <param name="callbacks">Takes those who want to be called back.</param>
    /// <param name="messages">Takes messages of those who do not want to wait.</param>
    /// <param name="flow">The call on its way.</param>
    /// <param name="queue">The queue.</param>
    public CallVisit(
        FlowServices services,
        QueueHost host,
        Conversations conversations,
        CallbackDesk callbacks,
        MessageDesk messages,
        FlowCall flow,
        QueueConfig queue)
        : base($"{flow.Call.Id}-{flow.NextVisit()}", queue.Name)
    {
        (_services, _host, _conversations, _callbacks, _flow, _queue) = (services, host, conversations, callbacks, flow, queue);
        _messages = messages;
        _log = new VisitLog(host, this, flow, isReturn: !flow.VisitedQueues.Add(queue.Name));
        _enteredAt = services.Loop.Time.GetUtcNow();
        _hold = new HoldSound(services, flow.Site, queue, flow.Memory.Language);
        _sound = new WaitingSound(services.Loop, host.Engine, flow, queue, Id, _hold);
    }

    /// <inheritdoc/>
    public override CallId Call => _flow.Call.Id;

    /// <inheritdoc/>
    public override bool IsCallOver => _flow.Call.EndCause is not null || _after is not null;

    /// <inheritdoc/>
    public override string? Customer => _flow.Identity is { Withheld: false } caller ? caller.Number : null;

    /// <inheritdoc/>
    public override CallerIdentity Shown => _flow.Identity with { Name = $"{_queue.Name}: {_flow.Identity.Shown}" };

    /// <summary>The whole of it, up to the end of the talk with an agent.</summary>
    /// <param name="item">What the engine is given.</param>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<FlowMove> RunAsync(WorkItem item)
    {
        _item = item;
        var caller = _flow.Caller;
        caller.Answer();
        var heard = caller.Media.Detectors;
        caller.Media.Detectors = heard | Detectors.Dtmf;
        caller.Digit += OnDigit;
        await using var gone = caller.Gone.Register(GiveUp);
        try
        {
            _host.Enter(this, item);
            if (!_end.Task.IsCompleted && _letGo is null)
            {
                _services.Loop.Watch(_sound.PlayAsync());
            }

            return await _end.Task;
        }
        finally
        {
            Stop();
            if (caller.State != LegState.Ended)
            {
                caller.Media.Detectors = heard;
            }
        }
    }

    /// <inheritdoc/>
    public override void AddLeg(Leg leg, string why) => _flow.Call.Add(leg, why);

    /// <inheritdoc/>
    public override void Entered(AcdDecision.Queued place) => _log.Enter(place.Words);

    /// <inheritdoc/>
    public override void Overflow(AcdDecision.Overflow overflow)
    {
        var outcome = _log.HasEntered ? VisitOutcome.Overflowed : VisitOutcome.TurnedAway;
        var isForUsToTell = overflow.Queue == _queue.Name && !_queue.Overflow.Any(rule => rule is OverflowRule.Closed);
        var isClosed = overflow.Reason.Kind == OverflowKind.Closed && isForUsToTell;
        if (isClosed || overflow.To == QueuePlans.ToMessage)
        {
            (_letGo, _isLetGo) = ((outcome, overflow.Words, isClosed), true);
            if (!_isAsking)
            {
                GoOn();
            }

            return;
        }

        _log.Leave(outcome, overflow.Words);
        End(FlowMove.GoOn(overflow.To));
    }

    /// <inheritdoc/>
    public override async Task PrepareAsync(Leg agent)
    {
        var waited = _services.Loop.Time.GetUtcNow() - _enteredAt;
        if (_queue.Whispers && _flow.Site.Prompts.Announcements.Make(Phrase.CallFrom(Queue), Phrase.Waited(waited)).Prompt is { } prompt)
        {
            await agent.Media.PlayAsync(prompt.Open(), PlayMode.Instead, agent.Gone);
        }
    }

    /// <inheritdoc/>
    public override void Join(Leg agent)
    {
        Stop();
        var conversation = _conversations.Begin(_flow.Call, _flow.Site, _hold);
        conversation.StaysAlone = (left, cause, alone) =>
            left == agent && alone == _flow.Caller && cause.Code == CauseCode.HungUp
                && (_after = SurveyAfterTalk.Choose(_services, _flow, Queue, Agent)) is not null;
        conversation.Join(_flow.Caller);
        conversation.Join(agent);
        _flow.Call.Connected(agent.Party);
        _services.Loop.Watch(EndWithAsync(conversation));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _over.Dispose();
        _sound.Dispose();
    }

    private async Task EndWithAsync(Conversation conversation)
    {
        await conversation.Over;

        if (_after is { } asked)
        {
            // The journal tells the end of the agent's part first.
            _services.Loop.Post(() => End(asked));
            return;
        }

        End(FlowMove.Over);
    }

    private void OnDigit(Leg leg, char digit, DigitPath path)
    {
        if (_isAsking || _queue.Keys.FirstOrDefault(key => key.Key == digit) is not { } key)
        {
            return;
        }

        switch (key.Does)
        {
            case QueueKeyAction.Go:
                Leave(VisitOutcome.ExitKey, $"The caller pressed {digit} for flow {key.Flow}.");
                End(FlowMove.GoOn(key.Flow));
                break;
            case QueueKeyAction.Callback when _queue.Callback is { } callback:
                _services.Loop.Watch(AskForCallbackAsync(callback));
                break;
            case QueueKeyAction.Message:
                _services.Loop.Watch(TakeMessageAsync());
                break;
        }
    }

    // The caller keeps the place meanwhile: an agent who becomes free ends the asking. One who goes home does not.
    private async Task AskForCallbackAsync(CallbackConfig callback)
    {
        _isAsking = true;
        _sound.Pause();
        var isBooked = await BookAsync(callback);
        _isAsking = false;
        if (!isBooked)
        {
            GoOn();
        }
    }

    // After the caller was asked for something, or when the engine has let go of him.
    private void GoOn() => _services.Loop.Watch(_letGo switch
    {
        null => _sound.PlayAsync(),
        { IsClosed: true } => SayClosedAsync(),
        _ => TakeMessageAsync(),
    });

    // False when there is no number that may be called; the caller has been told so.
    private async Task<bool> BookAsync(CallbackConfig callback)
    {
        var putOff = _sound.PutOffTo;
        if (await new NumberEntry(_services.Loop).AskAsync(_flow, callback.Over, _over.Token) is not { } number)
        {
            return false;
        }

        var chosen = callback.TakesTimes ? await new TimeEntry(_services.Loop).AskAsync(_flow, _queue.Name, _over.Token) : null;
        var now = _services.Loop.Time.GetUtcNow();
        var promisedBy = _flow.Site.HoursOf(_queue.Name).After(chosen ?? putOff ?? now, callback.Keep);
        Leave(VisitOutcome.CallbackRequested, $"The caller wants to be called back at {number}.", promisedBy);
        _callbacks.Book(_flow, _queue, Id, _item!, number, chosen ?? putOff, promisedBy);
        Stop();
        var noted = chosen is null && putOff is { } opens && SpokenTime.Of(opens, now, _flow.Site.Hours.Calendar) is { } time
            ? Phrase.CallbackAt(time)
            : Phrase.CallbackNoted;
        if (_flow.Announcements.Make(noted).Prompt is { } prompt)
        {
            await _flow.Caller.Media.PlayAsync(prompt.Open(), PlayMode.Instead, _flow.Caller.Gone);
        }

        _flow.Call.End(new Cause(CauseCode.FlowEnded, "The caller will be called back."));
        End(FlowMove.Over);
        return true;
    }

    // The engine has let go of the caller, who comes when it is closed, or is left when the last agent has gone home.
    private async Task SayClosedAsync()
    {
        _isAsking = true;
        _sound.Pause();
        var (now, phrases) = (_services.Loop.Time.GetUtcNow(), new List<Phrase> { Phrase.Closed });
        if (_sound.PutOffTo is { } opens && SpokenTime.Of(opens, now, _flow.Site.Hours.Calendar) is { } time)
        {
            phrases.Add(Phrase.OpensAgain(time));
        }

        if (_queue is { CallbackKey: { } key, Callback: { } callback })
        {
            phrases.Add(Phrase.CallbackOffer(key));
            NoteTold(phrases);
            var pressed = await new KeyEntry(_services.Loop).AskAsync(_flow, phrases, 1, OfferLimit, _over.Token);
            if (pressed == key.ToString() && await BookAsync(callback))
            {
                return;
            }
        }
        else
        {
            NoteTold(phrases);
            await KeyEntry.SayAsync(_flow, _over.Token, phrases);
        }

        LeaveForNextStep();
    }

    private void NoteTold(List<Phrase> phrases) =>
        _flow.Call.Note("queue", $"The caller is told: {_flow.Announcements.Make(phrases).Prompt?.Name}");

    // As with a call back; what was spoken when the caller hung up is a message too.
    private async Task TakeMessageAsync()
    {
        (_isAsking, _isSpeaking) = (true, true);
        _sound.Pause();
        _log.EnterWithoutPlace();
        (MessageOwed Begun, MessageSound Sound)? taken;
        try
        {
            var entry = new MessageEntry(_services, _messages, _flow, keepsPlace: () => _letGo is null);
            taken = await entry.TakeAsync(this, _item!, _queue.Message.Longest, _over.Token);
        }
        finally
        {
            (_isAsking, _isSpeaking) = (false, false);
        }

        var isGone = _flow.Caller.State == LegState.Ended;
        if (taken is { } message)
        {
            await KeepAsync(message, isGone);
        }
        else if (isGone)
        {
            GiveUp();
        }
        else if (_letGo is { IsClosed: false })
        {
            LeaveForNextStep();
        }
        else
        {
            GoOn();
        }
    }

    private void LeaveForNextStep()
    {
        _log.Leave(_letGo!.Value.Outcome, _letGo.Value.Why);
        End(FlowMove.Next);
    }

    private async Task KeepAsync((MessageOwed Begun, MessageSound Sound) message, bool isGone)
    {
        Leave(VisitOutcome.MessageLeft, "The caller has left a message, which keeps the place.");
        _messages.Keep(message.Begun, message.Sound, _flow.Site);
        Stop();
        if (!isGone && _flow.Announcements.Make(Phrase.MessageNoted).Prompt is { } prompt)
        {
            await _flow.Caller.Media.PlayAsync(prompt.Open(), PlayMode.Instead, _flow.Caller.Gone);
        }

        _flow.Call.End(isGone ? await _flow.Caller.Ended : new Cause(CauseCode.FlowEnded, "The caller has left a message."));
        End(FlowMove.Over);
    }

    private void GiveUp()
    {
        // Nobody is rung for it any more; whether there is a message is known when it is on disk.
        _isLetGo |= _host.Withdraw(this);
        if (_isSpeaking)
        {
            return;
        }

        var waited = _services.Loop.Time.GetUtcNow() - _enteredAt;
        var (outcome, why, _) = _letGo ?? (VisitOutcome.Abandoned, $"The caller gave up after {waited.TotalSeconds:0} s.", false);
        Leave(outcome, why);
        _end.TrySetCanceled(_flow.Caller.Gone);
    }

    // What the engine has let go of already is over when that is known, or when the caller has been told so; a talk is no end of a wait.
    private void Leave(VisitOutcome outcome, string why, DateTimeOffset? promisedBy = null)
    {
        _isLetGo |= _host.Withdraw(this);
        if (_isLetGo)
        {
            _log.Leave(outcome, why, promisedBy);
        }
    }

    private void End(FlowMove end)
    {
        Stop();
        _end.TrySetResult(end);
    }

    // The caller hears nothing of the queue any more, and his keys are his own.
    private void Stop()
    {
        _flow.Caller.Digit -= OnDigit;
        if (!_isOver)
        {
            _isOver = true;
            _over.Cancel();
            _sound.Stop();
        }
    }
}
