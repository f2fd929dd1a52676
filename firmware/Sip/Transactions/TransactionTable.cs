using System.Diagnostics.CodeAnalysis;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions;

/// <summary>All transactions of the box, by key and by where their messages go. On the control loop.</summary>
internal sealed class TransactionTable
{
    private readonly Dictionary<TransactionKey, Transaction> _byKey = [];
    private readonly Dictionary<Hop, HashSet<Transaction>> _byHop = [];
    private readonly Dictionary<MergeKey, ServerTransaction> _byMergeKey = [];

    /// <summary>How many there are.</summary>
    public int Count => _byKey.Count;

    /// <summary>Finds one.</summary>
    public bool TryFind(in TransactionKey key, [MaybeNullWhen(false)] out Transaction transaction) =>
        _byKey.TryGetValue(key, out transaction);

    /// <summary>The transaction that the same request has begun already, when it came here by another way (RFC 3261 §8.2.2.2).</summary>
    public bool TryFindMerged(in MergeKey key, [MaybeNullWhen(false)] out ServerTransaction transaction) =>
        _byMergeKey.TryGetValue(key, out transaction);

    /// <summary>Those whose messages go one way, as they are now.</summary>
    public Transaction[] OnHop(Hop hop) => _byHop.TryGetValue(hop, out var all) ? [.. all] : [];

    /// <summary>A new one.</summary>
    public void Add(Transaction transaction)
    {
        _byKey[transaction.Key] = transaction;
        if (!_byHop.TryGetValue(transaction.Hop, out var all))
        {
            _byHop[transaction.Hop] = all = [];
        }

        all.Add(transaction);
        if (transaction is ServerTransaction { MergeKey: { } key } server)
        {
            _byMergeKey.TryAdd(key, server);
        }
    }

    /// <summary>One that is over.</summary>
    public void Remove(Transaction transaction)
    {
        if (_byKey.TryGetValue(transaction.Key, out var known) && ReferenceEquals(known, transaction))
        {
            _byKey.Remove(transaction.Key);
        }

        if (_byHop.TryGetValue(transaction.Hop, out var all) && all.Remove(transaction) && all.Count == 0)
        {
            _byHop.Remove(transaction.Hop);
        }

        if (transaction is ServerTransaction { MergeKey: { } key } && _byMergeKey.TryGetValue(key, out var first)
            && ReferenceEquals(first, transaction))
        {
            _byMergeKey.Remove(key);
        }
    }
}
