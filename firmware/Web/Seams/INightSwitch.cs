namespace Switchhook.Web.Seams;

/// <summary>Switches between day and night, on the control loop. Any thread.</summary>
public interface INightSwitch
{
    /// <summary>Switches; what is so already is not told again.</summary>
    /// <param name="on">True for night.</param>
    /// <param name="by">Who switches.</param>
    Task SetAsync(bool on, string by);
}
