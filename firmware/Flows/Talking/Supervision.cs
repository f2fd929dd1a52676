using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Talking;

/// <summary>
/// A supervisor in the conversation of a phone: listens, whispers, joins in or takes over, and changes between these by keys. The journal
/// of the call tells each of them, with who it was: people have a right to know who heard them.
/// </summary>
/// <remarks>It ends when the supervisor hangs up, takes over, or when the phone leaves; who only heard is let go then.</remarks>
internal sealed class Supervision
{
    private readonly Leg _supervisor;
    private readonly Leg _watched;
    private readonly Conversation _conversation;
    private readonly ControlLoop _loop;
    private readonly string _who;
    private SupervisionMode? _mode;

    /// <param name="supervisor">In the call of the conversation or another one, or in none.</param>
    /// <param name="name">The supervisor's name for people; null when unknown.</param>
    /// <param name="watched">A party of the conversation.</param>
    /// <param name="conversation">Has room for one more.</param>
    /// <param name="loop">The control loop.</param>
    /// <param name="by">Who asked for it at a page or by the API; null for a code that was dialled at the phone.</param>
    public Supervision(Leg supervisor, string? name, Leg watched, Conversation conversation, ControlLoop loop, string? by = null)
    {
        _supervisor = supervisor;
        _watched = watched;
        _conversation = conversation;
        _loop = loop;
        _who = (name is null ? supervisor.Party.Capitalised : $"{supervisor.Party.Capitalised} ({name})")
            + (by is null ? "" : $", asked for by {by},");
    }

    /// <summary>Answers the supervisor, takes the leg into the call, and begins.</summary>
    public void Begin(SupervisionMode mode)
    {
        _supervisor.Answer();
        _conversation.Call.Add(_supervisor, $"Supervises {_watched.Party}.");
        _supervisor.Digit += OnDigit;
        Change(mode);
        _loop.Watch(FollowAsync());
    }

    private void OnDigit(Leg leg, char digit, DigitPath path)
    {
        SupervisionMode? mode = digit switch
        {
            '4' => SupervisionMode.Listen,
            '5' => SupervisionMode.Whisper,
            '6' => SupervisionMode.Barge,
            '7' => SupervisionMode.TakeOver,
            _ => null,
        };
        if (mode is { } wanted && wanted != _mode)
        {
            Change(wanted);
        }
    }

    private void Change(SupervisionMode mode)
    {
        _mode = mode;
        switch (mode)
        {
            case SupervisionMode.Listen:
                Note($"{_who} listens to {_watched.Party}, and is heard by nobody.");
                _conversation.Attend(_supervisor, BridgeRole.Listen, to: null);
                break;
            case SupervisionMode.Whisper:
                Note($"{_who} whispers to {_watched.Party}, and is heard by nobody else.");
                _conversation.Attend(_supervisor, BridgeRole.Whisper, _watched);
                break;
            case SupervisionMode.Barge:
                Note($"{_who} joins the conversation of {_watched.Party}, and is heard by all.");
                _conversation.Attend(_supervisor, BridgeRole.Party, to: null);
                break;
            case SupervisionMode.TakeOver:
                TakeOver();
                break;
        }
    }

    private void TakeOver()
    {
        Note($"{_who} takes the call over from {_watched.Party}.");
        BecomeParty();
        _conversation.Call.Connected(_supervisor.Party);
        _watched.HangUp(new Cause(CauseCode.Transferred, $"{_supervisor.Party.Capitalised} took the call over."));
    }

    // A party like the others: its keys are heard again, and change nothing here.
    private void BecomeParty()
    {
        _supervisor.Digit -= OnDigit;
        _conversation.Join(_supervisor);
    }

    private async Task FollowAsync()
    {
        await Task.WhenAny(_supervisor.Ended, _watched.Ended, _conversation.Over);
        if (_mode == SupervisionMode.TakeOver)
        {
            return;
        }

        if (_supervisor.State == LegState.Ended || _conversation.Over.IsCompleted)
        {
            _supervisor.Digit -= OnDigit;
            Note($"{_who} has left; it heard {_watched.Party} until now.");
        }
        else if (_mode == SupervisionMode.Barge)
        {
            Note($"{_who} goes on in the call without {_watched.Party}.");
            BecomeParty();
        }
        else
        {
            _supervisor.Digit -= OnDigit;
            Note($"{_who} hears the call no longer, because {_watched.Party} has left it.");
            _supervisor.HangUp(new Cause(CauseCode.FlowEnded, $"{_watched.Party.Capitalised} has left the call."));
        }
    }

    // The end of the call is its last entry.
    private void Note(string why)
    {
        if (_conversation.Call.EndCause is null)
        {
            _conversation.Call.Note("supervision", why);
        }
    }
}
