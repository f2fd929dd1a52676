namespace Switchhook.Hardware.Panel;

/// <summary>A relay. Without power it is at rest, and so it is when the program ends.</summary>
public interface IRelay
{
    /// <summary>Name as the board file gives it.</summary>
    string Name { get; }

    /// <summary>Pulls the relay, or lets it go to rest.</summary>
    bool IsPulled { get; set; }
}
