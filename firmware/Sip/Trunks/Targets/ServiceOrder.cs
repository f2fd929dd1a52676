using Switchhook.Sip.Trunks.Targets.Dns;

namespace Switchhook.Sip.Trunks.Targets;

/// <summary>
/// The order in which the hosts of a service are tried (RFC 2782): by priority, and among equals by chance as their weights say.
/// </summary>
internal static class ServiceOrder
{
    /// <summary>All of them in an order that is drawn now.</summary>
    public static IEnumerable<ServiceRecord> Of(IEnumerable<ServiceRecord> records, Random random) =>
        records.GroupBy(record => record.Priority).OrderBy(equals => equals.Key).SelectMany(equals => Draw([.. equals], random));

    // Those of weight 0 stand first, so that they have a small chance beside the others, and a fair one among themselves.
    private static IEnumerable<ServiceRecord> Draw(List<ServiceRecord> left, Random random)
    {
        while (left.Count > 0)
        {
            var sorted = left.OrderBy(record => record.Weight > 0 ? 1 : 0).ThenBy(_ => random.Next()).ToList();
            var drawn = random.Next(sorted.Sum(record => record.Weight) + 1);
            var sum = 0;
            var next = sorted.First(record => (sum += record.Weight) >= drawn);
            left.Remove(next);
            yield return next;
        }
    }
}
