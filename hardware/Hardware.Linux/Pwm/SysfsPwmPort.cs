using System.Globalization;
using Switchhook.Hardware.Gpio;

namespace Switchhook.Hardware.Linux.Pwm;

/// <summary>A PWM channel of the kernel (class pwm of sysfs): the brightness of a lamp, the tone of a buzzer.</summary>
public sealed class SysfsPwmPort : IPwmPort
{
    private readonly PwmChannelName _name;
    private readonly string _chip;
    private readonly string _channel;
    private readonly bool _isOurs;
    private PwmSetting _setting;
    private double _duty;
    private Frequency _frequency;

    private SysfsPwmPort(PwmChannelName name, string classes, Frequency frequency, bool inverted)
    {
        (_name, _frequency) = (name, frequency);
        _chip = Path.Combine(classes, "pwm", name.Chip);
        _channel = Path.Combine(_chip, $"pwm{name.Channel}");
        _isOurs = Export();

        // A new channel has no period, and takes nothing else before it has one. Polarity changes only while it stands.
        if (Get("period") > 0)
        {
            Set("enable", 0);
            Set("duty_cycle", 0);
        }

        _setting = PwmSetting.Of(frequency, 0);
        Set("period", _setting.Period);
        Write(Path.Combine(_channel, "polarity"), inverted ? "inversed" : "normal");
    }

    /// <inheritdoc/>
    public IPin Pin => _name;

    /// <inheritdoc/>
    public IDigitalChannelInfo Channel => _name;

    /// <inheritdoc/>
    public bool State { get; private set; }

    /// <inheritdoc/>
    public Frequency Frequency
    {
        get => _frequency;
        set
        {
            Check(value);
            MoveTo(PwmSetting.Of(value, State ? _duty : 0));
            _frequency = value;
        }
    }

    /// <inheritdoc/>
    public double DutyCycle
    {
        get => _duty;
        set
        {
            if (value is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A duty cycle is 0 to 1.");
            }

            if (State)
            {
                MoveTo(PwmSetting.Of(_frequency, value));
            }

            _duty = value;
        }
    }

    /// <summary>Takes a channel; it stands, with a duty cycle of 0.</summary>
    /// <param name="channel">Chip and channel, such as <c>pwmchip0:1</c>.</param>
    /// <param name="frequency">Periods per second.</param>
    /// <param name="inverted">True when it is low for the part of the period that the duty cycle says.</param>
    /// <exception cref="IOException">There is no such channel, it is in use, or it is not for this user.</exception>
    public static SysfsPwmPort Open(string channel, Frequency frequency, bool inverted = false) =>
        Open(channel, frequency, inverted, KernelFolders.Real);

    /// <inheritdoc/>
    public void Start()
    {
        MoveTo(PwmSetting.Of(_frequency, _duty));
        Set("enable", 1);
        State = true;
    }

    /// <inheritdoc/>
    public void Stop()
    {
        // Chips differ in the level at which they stand: low first, then still.
        State = false;
        MoveTo(PwmSetting.Of(_frequency, 0));
        Set("enable", 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Stop();
            if (_isOurs)
            {
                Write(Path.Combine(_chip, "unexport"), Text(_name.Channel));
            }
        }
        catch (IOException)
        {
            // The chip is gone, and its lamp with it.
        }
    }

    /// <summary>Takes a channel that the kernel shows somewhere else.</summary>
    internal static SysfsPwmPort Open(string channel, Frequency frequency, bool inverted, KernelFolders folders)
    {
        Check(frequency);
        return new SysfsPwmPort(PwmChannelName.Parse(channel), folders.Classes, frequency, inverted);
    }

    private void MoveTo(PwmSetting wanted)
    {
        foreach (var (attribute, value) in _setting.WritesTo(wanted))
        {
            Set(attribute, value);
        }

        _setting = wanted;
    }

    // True when the channel was not there before.
    private bool Export()
    {
        if (!Directory.Exists(_chip))
        {
            throw new IOException(
                $"There is no PWM chip {_name.Chip}: is its overlay set? {SysfsPwmChips.WhatIsThere(Path.GetDirectoryName(_chip)!)}");
        }

        if (Directory.Exists(_channel))
        {
            return false;
        }

        var channels = SysfsPwmChips.Channels(_chip);
        if (_name.Channel >= channels)
        {
            throw new IOException($"{_name.Chip} has no channel {_name.Channel}: its channels are 0 to {channels - 1}.");
        }

        Write(Path.Combine(_chip, "export"), Text(_name.Channel));
        return true;
    }

    private long Get(string attribute) =>
        long.TryParse(File.ReadAllText(Path.Combine(_channel, attribute)).AsSpan().Trim(), CultureInfo.InvariantCulture, out var value)
            ? value
            : 0;

    private void Set(string attribute, long value) => Write(Path.Combine(_channel, attribute), Text(value));

    private void Write(string path, string value)
    {
        try
        {
            File.WriteAllText(path, value);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException(
                $"{path} is not open to this user: run as root, or give the PWM channels away with a udev rule (SUBSYSTEM==\"pwm\").",
                fault);
        }
        catch (IOException fault)
        {
            throw new IOException($"PWM channel {_name.Name} does not take {value} for {Path.GetFileName(path)}: {fault.Message}", fault);
        }
    }

    private static void Check(Frequency frequency)
    {
        if (frequency.Hertz is not (> 0 and <= 1e9))
        {
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A frequency of pulses is above 0 Hz, up to 1 GHz.");
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
