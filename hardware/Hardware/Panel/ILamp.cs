namespace Switchhook.Hardware.Panel;

/// <summary>A lamp on or at the box.</summary>
public interface ILamp
{
    /// <summary>Name as the board file gives it.</summary>
    string Name { get; }

    /// <summary>Lights the lamp, or puts it out.</summary>
    bool IsOn { get; set; }
}
