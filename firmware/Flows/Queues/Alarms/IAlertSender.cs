using Switchhook.Site.Alerts;

namespace Switchhook.Flows.Queues.Alarms;

/// <summary>Sends alerts over the network. What it does runs apart from the control loop, and ends within its own time limit.</summary>
public interface IAlertSender
{
    /// <summary>Sends an alert once; never throws but for its cancellation.</summary>
    /// <param name="to">Whom to tell; not a relay.</param>
    /// <param name="alert">What to tell.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when it was taken; else why not, as a sentence.</returns>
    Task<string?> SendAsync(AlertConfig to, Alert alert, CancellationToken cancel);
}
