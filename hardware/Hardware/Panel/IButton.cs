namespace Switchhook.Hardware.Panel;

/// <summary>A push button. Events come on the driver's thread, one after the other: the handler hands over and returns.</summary>
public interface IButton
{
    /// <summary>Name as the board file gives it.</summary>
    string Name { get; }

    /// <summary>True while it is held down.</summary>
    bool IsPressed { get; }

    /// <summary>How long it has been held down; zero while it is not.</summary>
    TimeSpan Held { get; }

    /// <summary>It was pressed.</summary>
    event Action? Pressed;

    /// <summary>It was let go, after having been held for so long.</summary>
    event Action<TimeSpan>? Released;
}
