using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Gpio;
using Switchhook.Hardware.ProSlic.Ports;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic.Control;

/// <summary>
/// Owns the control bus: brings the chips up, carries out commands, looks at all chips with one transfer. Control thread only.
/// </summary>
/// <param name="card">Name of the card, for messages.</param>
/// <param name="chain">The chips of the bus.</param>
/// <param name="chips">The ports, and the unit of each, in the order of the chain.</param>
/// <param name="buses">Opens the bus and the pins.</param>
/// <param name="commands">Work of other threads.</param>
/// <param name="soundFault">What keeps the sound from moving; null while it moves.</param>
/// <param name="settings">Tells which pins are active low.</param>
internal sealed class ControlUnit(
    string card,
    ChipChain chain,
    IReadOnlyList<(ProSlicPort Port, ChipUnit Unit)> chips,
    ProSlicBuses buses,
    CommandQueue commands,
    Func<string?> soundFault,
    ProSlicCardSettings settings) : IDisposable
{
    /// <summary>Time between two looks at the chips, without an interrupt pin or while something goes on.</summary>
    public static readonly TimeSpan LivelyPeriod = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Time between two looks at the chips with an interrupt pin, while nothing goes on: line voltages have no interrupt.
    /// </summary>
    public static readonly TimeSpan CalmPeriod = TimeSpan.FromMilliseconds(50);

    /// <summary>A look may take so long; one that would make a timed change late is left out.</summary>
    private static readonly TimeSpan LookTime = TimeSpan.FromMilliseconds(8);

    private static readonly TimeSpan AfterInterrupt = TimeSpan.FromSeconds(1);

    // The chips want some periods of PCLK in reset, and their PLLs settle after it (both data sheets, reset).
    private static readonly TimeSpan InReset = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan AfterReset = TimeSpan.FromMilliseconds(100);

    private readonly BackOff _backOff = new(TimeSpan.FromSeconds(1));
    private readonly SpiFrame _poll = new();
    private IDigitalOutputPort? _reset;
    private IDigitalInterruptPort? _interrupt;
    private Script? _opening;
    private string? _busFault;
    private TimeSpan _openAt;
    private TimeSpan _lookAt;
    private TimeSpan _livelyUntil;
    private volatile bool _interrupted;

    /// <summary>Does what is due.</summary>
    /// <returns>When the next step is due.</returns>
    public TimeSpan Step(TimeSpan now)
    {
        ShowCardFault(now);
        while (commands.TryTake(out var work))
        {
            work(now);
        }

        if (!chain.IsOpen && !Open(now))
        {
            return _opening?.Due ?? _openAt;
        }

        foreach (var (_, unit) in chips)
        {
            unit.Step(now);
        }

        LookIfDue(now);
        if (!chain.IsOpen)
        {
            Lose(now, $"The control bus of card {card} fails: {chain.LastFailure}");
        }

        return Next(now);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _opening?.Dispose();
        foreach (var (_, unit) in chips)
        {
            unit.Dispose();
        }

        chain.Close();
        _reset?.Dispose();
        if (_interrupt is not null)
        {
            _interrupt.Changed -= OnInterrupt;
            _interrupt.Dispose();
        }
    }

    private bool ResetRests => settings.Reset?.ActiveLow ?? false;

    private bool InterruptRests => settings.Interrupt?.ActiveLow ?? false;

    private bool IsInterruptPulled
    {
        get
        {
            try
            {
                return _interrupt is not null && _interrupt.State != InterruptRests;
            }
            catch (Exception error) when (ProSlicBuses.IsFailure(error))
            {
                // Without the pin the chips are looked at all the same.
                return false;
            }
        }
    }

    private bool Open(TimeSpan now)
    {
        if (now < _openAt)
        {
            return false;
        }

        try
        {
            _opening ??= new Script(OpenSteps(), now);
            if (!_opening.Step(now))
            {
                return false;
            }

            _opening.Dispose();
            _opening = null;
            _busFault = null;
            _backOff.Work(now);
            ShowCardFault(now);
            foreach (var (_, unit) in chips)
            {
                unit.Start(now);
            }

            return true;
        }
        catch (Exception error) when (ProSlicBuses.IsFailure(error))
        {
            _opening?.Dispose();
            _opening = null;
            Lose(now, $"The control bus of card {card} cannot be opened: {error.Message}");
            return false;
        }
    }

    private IEnumerable<TimeSpan> OpenSteps()
    {
        _reset ??= buses.OpenReset?.Invoke();
        if (_interrupt is null && buses.OpenInterrupt is not null)
        {
            _interrupt = buses.OpenInterrupt();
            _interrupt.Changed += OnInterrupt;
        }

        var bus = buses.OpenSpi();
        if (_reset is not null)
        {
            _reset.State = !ResetRests;
            yield return InReset;
            _reset.State = ResetRests;
            yield return AfterReset;
        }

        chain.Open(bus);
    }

    private void Lose(TimeSpan now, string words)
    {
        foreach (var (_, unit) in chips)
        {
            unit.Stop();
        }

        chain.Close();
        _busFault = words;
        _openAt = _backOff.Fail(now);
        ShowCardFault(now);
    }

    private void ShowCardFault(TimeSpan now)
    {
        var words = _busFault ?? soundFault();
        foreach (var (port, _) in chips)
        {
            port.SetCardFault(words, now);
        }
    }

    private void LookIfDue(TimeSpan now)
    {
        if (_interrupted || IsInterruptPulled)
        {
            // The first look comes at once; the pin stays pulled until what it tells of is cleared.
            _lookAt = _interrupted ? now : _lookAt;
            (_interrupted, _livelyUntil) = (false, now + AfterInterrupt);
        }

        if (now < _lookAt || chips.Any(chip => chip.Unit.IsUp && chip.Unit.Due - now < LookTime))
        {
            return;
        }

        var calm = _interrupt is not null && now >= _livelyUntil && !chips.Any(chip => chip.Unit.IsUp && chip.Unit.IsLively);
        _lookAt = now + (calm ? CalmPeriod : LivelyPeriod);
        var asked = chips.Where(chip => chip.Unit.IsUp).Select(chip => chip.Unit).ToList();
        _poll.Clear();
        foreach (var unit in asked)
        {
            unit.Ask(_poll);
        }

        if (asked.Count == 0)
        {
            return;
        }

        try
        {
            chain.Send(_poll);
        }
        catch (IOException)
        {
            // The chain counts: a single failure is not the end of all calls.
            return;
        }

        foreach (var unit in asked)
        {
            unit.Take(_poll, now);
        }
    }

    private TimeSpan Next(TimeSpan now)
    {
        if (!chain.IsOpen)
        {
            return _openAt;
        }

        var next = _lookAt;
        foreach (var (_, unit) in chips)
        {
            next = unit.Due < next ? unit.Due : next;
        }

        return next > now ? next : now;
    }

    private void OnInterrupt(object? sender, DigitalPortResult change)
    {
        if (change.New.State != InterruptRests)
        {
            _interrupted = true;
            commands.Wake();
        }
    }
}
