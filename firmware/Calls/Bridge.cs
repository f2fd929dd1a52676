using Switchhook.Audio;

namespace Switchhook.Calls;

/// <summary>Joins the legs of a call so that they hear each other.</summary>
/// <remarks>
/// A leg that is on hold hears and says nothing here; the others hear a quiet hold signal as long as only one of them is left. Digits that
/// the sound does not carry are passed on, so that a telephone of any kind can work a menu behind a line of any kind. A supervisor's leg
/// is in without being one of those who talk: the hold signal does not wait for it, and its keys reach nobody.
/// </remarks>
public sealed class Bridge(IMediaEngine media, Func<IFrameSource> holdSignal)
{
    private readonly IAudioBridge _audio = media.OpenBridge();
    private readonly List<Seat> _seats = [];
    private Leg? _hearsHold;

    /// <summary>Lets a leg in as a party, or makes a supervisor's leg one.</summary>
    public void Join(Leg leg) => Take(new Seat(leg, BridgeRole.Party, To: null, KeepsKeys: false));

    /// <summary>Lets a supervisor's leg in, or changes what it may do.</summary>
    /// <param name="leg">Of the supervisor.</param>
    /// <param name="role">What it may do; as a party it is heard by all.</param>
    /// <param name="to">Who alone hears it when it whispers; else null.</param>
    public void Attend(Leg leg, BridgeRole role, Leg? to) => Take(new Seat(leg, role, to, KeepsKeys: true));

    /// <summary>Lets a leg out; nothing happens when it is not in.</summary>
    public void Leave(Leg leg)
    {
        if (_seats.RemoveAll(seat => seat.Leg == leg) == 0)
        {
            return;
        }

        leg.HeldChanged -= OnHeldChanged;
        leg.Digit -= OnDigit;
        if (ReferenceEquals(_hearsHold, leg))
        {
            StopHoldSignal();
        }

        if (leg.State != LegState.Ended)
        {
            _audio.Leave(leg.Media);
            leg.Media.KeepsKeys = false;
        }

        UpdateHoldSignal();
    }

    private void Take(Seat seat)
    {
        var place = _seats.FindIndex(other => other.Leg == seat.Leg);
        if (place < 0)
        {
            _seats.Add(seat);
            seat.Leg.HeldChanged += OnHeldChanged;
            seat.Leg.Digit += OnDigit;
        }
        else if (_seats[place] == seat)
        {
            return;
        }
        else
        {
            _seats[place] = seat;
        }

        seat.Leg.Media.KeepsKeys = seat.KeepsKeys;
        Update(seat);
    }

    private void OnHeldChanged(Leg leg) => Update(_seats.Find(seat => seat.Leg == leg)!);

    private void OnDigit(Leg from, char digit, DigitPath path)
    {
        if (_seats.Exists(seat => seat.Leg == from && seat.KeepsKeys))
        {
            return;
        }

        foreach (var leg in Talking().Where(leg => leg != from && (path == DigitPath.Apart || leg.TakesDigitsApart)).ToList())
        {
            leg.SendDigit(digit);
        }
    }

    private void Update(Seat seat)
    {
        if (seat.Leg.IsHeld)
        {
            _audio.Leave(seat.Leg.Media);
        }
        else
        {
            _audio.Join(seat.Leg.Media, seat.Role, seat.To?.Media);
        }

        UpdateHoldSignal();
    }

    private IEnumerable<Leg> Talking() =>
        _seats.Where(seat => seat.Role == BridgeRole.Party && !seat.Leg.IsHeld).Select(seat => seat.Leg);

    private void UpdateHoldSignal()
    {
        var talking = Talking().ToList();
        var waits = talking.Count == 1 && _seats.Count(seat => seat.Role == BridgeRole.Party) > 1 ? talking[0] : null;
        if (ReferenceEquals(waits, _hearsHold))
        {
            return;
        }

        StopHoldSignal();
        if (waits is not null)
        {
            _hearsHold = waits;
            _ = waits.Media.PlayAsync(holdSignal(), PlayMode.Instead, waits.Gone);
        }
    }

    private void StopHoldSignal()
    {
        if (_hearsHold is { State: not LegState.Ended } leg)
        {
            leg.Media.StopPlaying();
        }

        _hearsHold = null;
    }

    private sealed record Seat(Leg Leg, BridgeRole Role, Leg? To, bool KeepsKeys);
}
