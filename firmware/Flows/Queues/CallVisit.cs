using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Queues.Callbacks;
using Switchhook.Flows.Steps;
using Switchhook.Flows.Talking;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Queues;

/// <summary>A caller who waits in a queue.</summary>
internal sealed class CallVisit : QueueWork, IDisposable
{
    private readonly FlowServices _services;
    private readonly QueueHost _host;
    private readonly Conversations _conversations;
    private readonly CallbackDesk _callbacks;
    private readonly FlowCall _flow;
    private readonly QueueConfig _queue;
    private readonly WaitingSound _sound;
    private readonly bool _isReturn;
    private readonly TaskCompletionSource<VisitEnd> _end = new();
    private readonly CancellationTokenSource _over = new();
    private readonly DateTimeOffset _enteredAt;
    private WorkItem? _item;
    private bool _hasEntered;
    private bool _isAsking;
    private bool _isOver;

    /// <param name="services">What flows work with.</param>
    /// <param name="host">Runs the engine.</param>
    /// <param name="conversations">Where the talk takes place.</param>
    /// <param name="callbacks">Takes those who want to be called back.</param>
    /// <param name="flow">The call on its way.</param>
    /// <param name="queue">The queue.</param>
    public CallVisit(
        FlowServices services,
        QueueHost host,
        Conversations conversations,
        CallbackDesk callbacks,
        FlowCall flow,
        QueueConfig queue)
        : base($"{flow.Call.Id}-{flow.NextVisit()}", queue.Name)
    {
        (_services, _host, _conversations, _callbacks, _flow, _queue) = (services, host, conversations, callbacks, flow, queue);
        _isReturn = !flow.VisitedQueues.Add(queue.Name);
        _enteredAt = services.Loop.Time.GetUtcNow();
        _sound = new WaitingSound(services.Loop, host.Engine, flow, queue, Id);
    }

    /// <inheritdoc/>
    public override CallId Call => _flow.Call.Id;

    /// <inheritdoc/>
    public override bool IsCallOver => _flow.Call.EndCause is not null;

    /// <inheritdoc/>
    public override string? Customer => _flow.Identity is { Withheld: false } caller ? caller.Number : null;

    /// <inheritdoc/>
    public override CallerIdentity Shown => _flow.Identity with { Name = $"{_queue.Name}: {_flow.Identity.Shown}" };

    /// <summary>The whole of it, up to the end of the talk with an agent.</summary>
    /// <param name="item">What the engine is given.</param>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<VisitEnd> RunAsync(WorkItem item)
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
            if (!_end.Task.IsCompleted)
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
    public override void Entered(AcdDecision.Queued place)
    {
        _hasEntered = true;
        WriteEntered(place.Words);
    }

    /// <inheritdoc/>
    public override void Overflow(AcdDecision.Overflow overflow)
    {
        if (!_hasEntered)
        {
            WriteEntered($"Comes to queue {Queue}.");
        }

        var outcome = _hasEntered ? VisitOutcome.Overflowed : VisitOutcome.TurnedAway;
        _host.Write(new QueueLeft(Call, Id, outcome.ToString(), overflow.Words));
        End(VisitEnd.GoOn(overflow.To));
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
        var conversation = _conversations.Begin(_flow.Call, _flow.Site);
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

    private void WriteEntered(string why) => _host.Write(new QueueEntered(
        Call, Id, Queue, nameof(WorkKind.Call), _flow.Identity.Number, _flow.Caller.Party.Name, _flow.Turn, _isReturn, why));

    private async Task EndWithAsync(Conversation conversation)
    {
        await conversation.Over;
        End(new VisitEnd.Over());
    }

    private void OnDigit(Leg leg, char digit, DigitPath path)
    {
        if (_isAsking || _queue.Keys.FirstOrDefault(key => key.Key == digit) is not { } key)
        {
            return;
        }

        if (key.Flow is { } flow)
        {
            _host.Leave(this, VisitOutcome.ExitKey, $"The caller pressed {digit} for flow {flow}.");
            End(VisitEnd.GoOn(flow));
        }
        else if (_queue.Callback is { } callback)
        {
            _services.Loop.Watch(AskForNumberAsync(callback));
        }
    }

    // The caller keeps the place meanwhile: an agent who becomes free ends the asking.
    private async Task AskForNumberAsync(CallbackConfig callback)
    {
        _isAsking = true;
        _sound.Pause();
        var number = await new NumberEntry(_services.Loop).AskAsync(_flow, callback.Over, _over.Token);
        _isAsking = false;
        if (number is null)
        {
            _services.Loop.Watch(_sound.PlayAsync());
            return;
        }

        var promisedBy = _services.Loop.Time.GetUtcNow() + callback.Keep;
        _host.Leave(this, VisitOutcome.CallbackRequested, $"The caller wants to be called back at {number}.", promisedBy);
        _callbacks.Book(_flow, _queue, Id, _item!, number, promisedBy);
        Stop();
        if (_flow.Site.Prompts.Announcements.Make(Phrase.CallbackNoted).Prompt is { } prompt)
        {
            await _flow.Caller.Media.PlayAsync(prompt.Open(), PlayMode.Instead, _flow.Caller.Gone);
        }

        _flow.Call.End(new Cause(CauseCode.FlowEnded, "The caller will be called back."));
        End(new VisitEnd.Over());
    }

    private void GiveUp()
    {
        var waited = _services.Loop.Time.GetUtcNow() - _enteredAt;
        _host.Leave(this, VisitOutcome.Abandoned, $"The caller gave up after {waited.TotalSeconds:0} s.");
        _end.TrySetCanceled(_flow.Caller.Gone);
    }

    private void End(VisitEnd end)
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
