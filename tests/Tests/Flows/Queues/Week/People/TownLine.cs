using Switchhook.Audio;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;
using Switchhook.Testing.Fakes;

namespace Switchhook.Tests.Flows.Queues.Week.People;

/// <summary>A line's far end: the exchange and who is behind it.</summary>
internal sealed class TownLine
{
    private const string SeizedWords = "Seized to dial ";

    private readonly Town _town;
    private readonly FakeFxoPort _port;
    private readonly Func<TownLine, string, Task> _called;
    private bool _isComing;
    private bool _isGoing;
    private string? _seizedFor;

    /// <param name="name">Name in the site file.</param>
    /// <param name="town">The world.</param>
    /// <param name="called">What whoever the box calls by a number does.</param>
    public TownLine(string name, Town town, Func<TownLine, string, Task> called)
    {
        (Name, _town, _called) = (name, town, called);
        _port = town.Ports.Lines[name];
        _port.Told += OnTold;
    }

    public string Name { get; }

    /// <summary>The box has the line in use.</summary>
    public bool IsOffHook => _port.IsOffHook;

    /// <summary>A caller can be put through.</summary>
    public bool IsFree => !_isComing && !_isGoing && !IsOffHook && _port.HasBattery && Status == LineStatus.Idle;

    private FakeMediaChannel Sound => _town.Box.Media.Heard($"line {Name}");

    private LineStatus? Status => _town.Box.Live.Current.Lines.GetValueOrDefault(Name)?.Status;

    /// <summary>A new start of the box: nobody is on the line any more.</summary>
    public void Begin()
    {
        (_isComing, _isGoing, _seizedFor) = (false, false, null);
        _town.Box.Journal.Appended += one =>
        {
            if (one.Entry is LineChanged changed && changed.Line == Name && changed.Why.StartsWith(SeizedWords, StringComparison.Ordinal))
            {
                _seizedFor = changed.Why[SeizedWords.Length..changed.Why.IndexOf(';', StringComparison.Ordinal)];
            }
        };
    }

    /// <summary>Rings until the box answers, half a minute at most.</summary>
    /// <param name="number">The caller's; null when withheld.</param>
    /// <returns>True when it did.</returns>
    public async Task<bool> RingAsync(string? number)
    {
        _isComing = true;
        for (var ring = 0; ring < 5 && !IsOffHook; ring++)
        {
            _port.Raise(LineEventKind.RingBegan);
            await _town.Delay(2);
            _port.Raise(LineEventKind.RingEnded);
            await _town.Delay(0.5);
            if (ring == 0)
            {
                NumberAbsence? absence = number is null ? NumberAbsence.Withheld : null;
                Sound.Raise(new Detection.CallerId(new CallerIdMessage(number, null, absence, null, CallerIdScheme.FskBell202)));
            }

            await _town.UntilAsync(() => IsOffHook, 3.5);
        }

        _isComing = IsOffHook;
        return IsOffHook;
    }

    /// <summary>A key of the caller's phone.</summary>
    public void Press(char key) => Sound.Raise(new Detection.Digit(key));

    /// <summary>The far end hangs up: the exchange cuts the battery for a moment.</summary>
    public async Task HangUpAsync()
    {
        _port.HasBattery = false;
        _port.Raise(LineEventKind.BatteryLost);
        await _town.Delay(0.8);
        _port.HasBattery = true;
        _port.Raise(LineEventKind.BatteryRestored);
        _isComing = false;
    }

    /// <summary>The number that was dialled is busy.</summary>
    public void GiveBusy() => Sound.Raise(new Detection.ToneHeard(ToneKind.Busy));

    private void OnTold()
    {
        _ = _port.Log;
        if (!IsOffHook)
        {
            _isComing = false;
        }
        else if (!_isComing && !_isGoing)
        {
            _isGoing = true;
            _town.Box.Driver.Loop.Launch(PutThroughAsync);
        }
    }

    private async Task PutThroughAsync()
    {
        await _town.Delay(0.5);
        if (IsOffHook)
        {
            Sound.Raise(new Detection.ToneHeard(ToneKind.Dial));
            await _town.Delay(1.2);
        }

        if (IsOffHook && _seizedFor is { } number)
        {
            Sound.Finish();
            await _called(this, number);
        }

        await _town.UntilAsync(() => !IsOffHook, TimeSpan.FromHours(2));
        _isGoing = false;
    }
}
