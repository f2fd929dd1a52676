namespace Switchhook.Hardware.Gpio;

/// <summary>Makes ports of pins; the interfaces that derive from it say which.</summary>
public interface IPinController
{
}
