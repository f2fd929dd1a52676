namespace Switchhook.Hardware.Simulated.ProSlic;

/// <summary>
/// What is wrong with the model of a chip; at first nothing. Any thread may set it, and it counts from the next access on.
/// </summary>
public sealed class ChipFaults
{
    private volatile bool _dead;
    private volatile bool _wrongIdentity;
    private volatile bool _tooHot;
    private volatile bool _overCurrent;
    private volatile bool _overload;
    private volatile bool _converterFails;
    private volatile bool _leaks;
    private volatile bool _calibrationHangs;
    private volatile bool _indirectHangs;
    private volatile bool _noLineSide;
    private volatile int _stuckRegister = -1;
    private volatile int _stuckIndirect = -1;

    /// <summary>The chip does nothing: it drives no line, and reads give 0xFF.</summary>
    public bool IsDead { get => _dead; set => _dead = value; }

    /// <summary>The chip tells to be another one.</summary>
    public bool HasWrongIdentity { get => _wrongIdentity; set => _wrongIdentity = value; }

    /// <summary>A register that loses what is written to it; −1 for none.</summary>
    public int StuckRegister { get => _stuckRegister; set => _stuckRegister = value; }

    /// <summary>An indirect register (Si3210) that loses what is written to it; −1 for none.</summary>
    public int StuckIndirect { get => _stuckIndirect; set => _stuckIndirect = value; }

    /// <summary>Si3210: the transistors of the line are too hot as long as the line is fed.</summary>
    public bool IsTooHot { get => _tooHot; set => _tooHot = value; }

    /// <summary>Too much current flows: into the line (Si3210, whatever the feed), or off-hook from it (Si3050).</summary>
    public bool HasOverCurrent { get => _overCurrent; set => _overCurrent = value; }

    /// <summary>Si3050: the signal on the line is too strong for the receiver.</summary>
    public bool IsOverloaded { get => _overload; set => _overload = value; }

    /// <summary>Si3210: the DC-DC converter has no supply.</summary>
    public bool ConverterFails { get => _converterFails; set => _converterFails = value; }

    /// <summary>Si3210: the battery is lost as soon as the converter is off.</summary>
    public bool Leaks { get => _leaks; set => _leaks = value; }

    /// <summary>Si3210: the calibration does not come to an end.</summary>
    public bool CalibrationHangs { get => _calibrationHangs; set => _calibrationHangs = value; }

    /// <summary>Si3210: an access to an indirect register does not come to an end.</summary>
    public bool IndirectHangs { get => _indirectHangs; set => _indirectHangs = value; }

    /// <summary>Si3050: there is no line side behind the isolation.</summary>
    public bool HasNoLineSide { get => _noLineSide; set => _noLineSide = value; }
}
