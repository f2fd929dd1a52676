using Switchhook.Hardware.ProSlic.Ports;
using Switchhook.Hardware.ProSlic.Spi;

namespace Switchhook.Hardware.ProSlic.Control;

/// <summary>One chip and what the card wants of it: brings it up, watches it, and tries again after a fault. Control thread only.</summary>
internal abstract class ChipUnit : IDisposable
{
    /// <summary>A chip that answers wrongly so often in a row has failed; a single wrong answer is a spike on the wires.</summary>
    private const int MostWrongAnswers = 3;

    private readonly ProSlicPort _port;
    private readonly Action<string> _told;
    private readonly BackOff _backOff = new(TimeSpan.FromSeconds(1));
    private readonly BackOff _rest = new(TimeSpan.FromSeconds(5));
    private Script? _script;
    private int _wrong;

    /// <summary>A unit behind a port.</summary>
    protected ChipUnit(ProSlicPort port, ChipLink link, Action<string> told)
    {
        _port = port;
        _told = told;
        Link = link;
    }

    /// <summary>True while the chip is up.</summary>
    public bool IsUp { get; private set; }

    /// <summary>True while changes are under way, so that the chip is to be looked at often.</summary>
    public abstract bool IsLively { get; }

    /// <summary>The way to the chip.</summary>
    protected ChipLink Link { get; }

    /// <summary>What the chip is called in messages: "The Si3050 of fxo1 (chip 1 of the chain)".</summary>
    protected string Called => $"The {ChipName} of {_port.Name} (chip {Link.Index + 1} of the chain)";

    /// <summary>Type of the chip.</summary>
    protected abstract string ChipName { get; }

    /// <summary>The time of the step that is being done.</summary>
    protected TimeSpan Now { get; private set; }

    /// <summary>When the unit wants to be stepped next; <see cref="TimeSpan.MaxValue"/> when nothing is planned.</summary>
    public TimeSpan Due => _script?.Due ?? (IsUp ? Planned : TimeSpan.MaxValue);

    /// <summary>When the next timed change of the line is due.</summary>
    protected abstract TimeSpan Planned { get; }

    /// <summary>Brings the chip up from the beginning.</summary>
    public void Start(TimeSpan now)
    {
        Stop();
        _script = new Script(BringUp(), now);
    }

    /// <summary>The bus is gone: nothing more to do until <see cref="Start"/>.</summary>
    public void Stop()
    {
        IsUp = false;
        _script?.Dispose();
        _script = null;
    }

    /// <summary>Does what is due.</summary>
    public void Step(TimeSpan now) => Guard(now, () =>
    {
        if (_script is { } script && script.Step(now))
        {
            script.Dispose();
            _script = null;
            IsUp = true;
            _wrong = 0;
            _backOff.Work(now);
            _rest.Work(now);
            _port.SetChipFault(null, now);
        }

        if (IsUp && Planned <= now)
        {
            Act(now);
        }
    });

    /// <summary>Adds what is to be read of the chip to a poll.</summary>
    public abstract void Ask(SpiFrame frame);

    /// <summary>Takes what a poll has read.</summary>
    public void Take(SpiFrame frame, TimeSpan now) => Guard(now, () =>
    {
        if (Sees(frame) is { } wrong)
        {
            if (++_wrong >= MostWrongAnswers)
            {
                throw new ChipFaultException(wrong);
            }

            return;
        }

        _wrong = 0;
        Look(frame, now);
    });

    /// <summary>Does something for the port; a transfer that fails is a fault of this chip.</summary>
    public void Do(TimeSpan now, Action work)
    {
        if (IsUp)
        {
            Guard(now, work);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    /// <summary>Leaves the line as a card without power does; the chip stays up.</summary>
    public abstract void GiveUp(TimeSpan now);

    /// <summary>Takes the line again after <see cref="GiveUp"/>.</summary>
    public abstract void Return(TimeSpan now);

    /// <summary>The steps from nothing to a chip that is up.</summary>
    protected abstract IEnumerable<TimeSpan> BringUp();

    /// <summary>Whether an answer can be the chip's.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    protected abstract string? Sees(SpiFrame frame);

    /// <summary>Looks at an answer.</summary>
    protected abstract void Look(SpiFrame frame, TimeSpan now);

    /// <summary>Does the timed change that is due.</summary>
    protected abstract void Act(TimeSpan now);

    /// <summary>Leaves the chip as harmless as it can be, after a fault.</summary>
    protected abstract void MakeSafe();

    /// <summary>In words, what a chip is that answers a register in a way that no working one does.</summary>
    protected string Wrong(byte register, byte value, byte right) => value is 0x00 or 0xFF
        ? $"{Called} does not answer on the control bus (it reads 0x{value:X2}): check its supply, its clock and the wires of the SPI bus."
        : $"{Called} has lost its settings (register {register} reads 0x{value:X2} instead of 0x{right:X2}); it is set up again.";

    /// <summary>Tells of the chip.</summary>
    protected void Tell(string words) => _told(words);

    private void Guard(TimeSpan now, Action work)
    {
        Now = now;
        try
        {
            work();
        }
        catch (ChipFaultException fault)
        {
            Fail(now, fault.Message, fault.NeedsRest ? _rest : _backOff);
        }
        catch (IOException failure)
        {
            Fail(now, $"{Called} cannot be reached: {failure.Message}", _backOff);
        }
    }

    private void Fail(TimeSpan now, string words, BackOff backOff)
    {
        Stop();
        _wrong = 0;
        try
        {
            MakeSafe();
        }
        catch (IOException)
        {
            // It cannot be reached; the next try begins with the same.
        }

        _port.SetChipFault(words, now);
        _script = new Script(BringUp(), backOff.Fail(now));
    }
}
