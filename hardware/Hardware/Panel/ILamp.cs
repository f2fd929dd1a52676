namespace Switchhook.Hardware.Panel;

/// <summary>A lamp on or at the box.</summary>
public interface ILamp
{
    /// <summary>Name as the board file gives it.</summary>
    string Name { get; }

    /// <summary>Lights the lamp, or puts it out.</summary>
    bool IsOn { get; set; }

    /// <summary>How bright it is, 0 dark to 1 as bright as it may be. A lamp that cannot be dimmed is on or off.</summary>
    double Level
    {
        get => IsOn ? 1 : 0;
        set => IsOn = value > 0;
    }
}

/// <summary>A lamp that has colours.</summary>
public interface IColourLamp : ILamp
{
    /// <summary>Its colour when it is on.</summary>
    LampColour Colour { get; set; }
}
