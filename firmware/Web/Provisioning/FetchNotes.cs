using Switchhook.Calls.Journal;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Provisioning;

/// <summary>
/// Notes in the journal that a device fetched a configuration: once for each device, address and content, since phones fetch theirs again
/// and again. Any thread.
/// </summary>
internal sealed class FetchNotes(PhoneSetup setup)
{
    /// <summary>Devices that are remembered; when there are more, all are forgotten, and each may be noted once more.</summary>
    public const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Phone, string Device, string Address), string> _seen = [];

    /// <summary>A device was given a configuration.</summary>
    /// <param name="fetched">By which device, from where.</param>
    /// <param name="content">What tells one content from another.</param>
    public void Fetched(PhoneProvisioned fetched, string content)
    {
        var key = (fetched.Phone, fetched.Device, fetched.Address);
        lock (_gate)
        {
            if (_seen.TryGetValue(key, out var last) && last == content)
            {
                return;
            }

            if (_seen.Count >= Most)
            {
                _seen.Clear();
            }

            _seen[key] = content;
        }

        setup.Note(fetched);
    }
}
