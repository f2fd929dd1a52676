using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Switchhook.Storage.Secrets;

namespace Switchhook.Storage.Webhooks;

/// <summary>The webhooks and their secrets. Any thread.</summary>
public sealed class WebhookStore(Database database, SecretStore secrets, TimeProvider time)
{
    /// <summary>Most webhooks.</summary>
    public const int Most = 20;

    /// <summary>How each secret begins, so that a person (and a scanner for leaked keys) knows it.</summary>
    public const string Mark = "whsec_";

    /// <summary>Something was changed, or is to be sent. On the thread that has done it.</summary>
    public event Action? Changed;

    /// <summary>What is sent.</summary>
    public WebhookOutbox Outbox { get; } = new(database, time);

    /// <summary>All, by name.</summary>
    public IReadOnlyList<Webhook> List()
    {
        using var connection = database.OpenReader();
        return [.. connection.Query<WebhookRow>($"{WebhookRow.Select} order by name collate nocase, id").Select(row => row.ToWebhook())];
    }

    /// <summary>One; null when there is none of that id.</summary>
    public Webhook? Find(string id)
    {
        using var connection = database.OpenReader();
        return connection.QuerySingleOrDefault<WebhookRow>($"{WebhookRow.Select} where id = @id", new { id })?.ToWebhook();
    }

    /// <summary>Makes a webhook with a new secret. It is told what happens from now on.</summary>
    /// <param name="wanted">What it is to be; its id and times are given here.</param>
    /// <returns>The webhook and its secret; null when it was not made.</returns>
    public (WebhookOutcome Outcome, Webhook? Hook, string? Secret) Create(Webhook wanted)
    {
        var hook = wanted with { Id = RandomNumberGenerator.GetHexString(12, lowercase: true), MadeAt = time.GetUtcNow() };
        if (NewSecret(hook.Id) is not { } secret)
        {
            return (WebhookOutcome.NotStored, null, null);
        }

        var outcome = Try((connection, transaction) => connection.Execute(
            """
            insert into webhooks (id, name, address, topics, queues, made_by, made_at, since_seq)
            select @Id, @Name, @Address, @Topics, @Queues, @MadeBy, @MadeAt, (select coalesce(max(seq), 0) from journal)
            where (select count(*) from webhooks) < @Most
            """,
            Values(hook),
            transaction) == 1
                ? WebhookOutcome.Done
                : WebhookOutcome.TooMany);
        if (outcome != WebhookOutcome.Done)
        {
            secrets.Remove(SecretNames.Webhook(hook.Id));
            return (outcome, null, null);
        }

        return (outcome, Find(hook.Id), secret);
    }

    /// <summary>Changes name, address, topics and queues. What waits goes to the new address; it is tried at once.</summary>
    /// <remarks>
    /// The number from which on it is told stays: an event that is in the journal and not taken up yet would be lost. More topics are told
    /// of such events too, which are a moment old; the sender keeps how far it has looked, so that it looks at no older ones again.
    /// </remarks>
    public WebhookOutcome Change(Webhook hook) => TryOne((connection, transaction) =>
    {
        Outbox.Hurry(hook.Id);
        return connection.Execute(
            """
            update webhooks set name = @Name, address = @Address, topics = @Topics, queues = @Queues, failures = 0, next_at = null,
                failing_since = null, last_error = null
            where id = @Id
            """,
            Values(hook),
            transaction);
    });

    /// <summary>Pauses, or goes on at once. What waited meanwhile has its whole time again.</summary>
    public WebhookOutcome SetPaused(string id, bool paused) => TryOne((connection, transaction) =>
    {
        var values = new { id, paused, now = Milliseconds.Of(time.GetUtcNow()) };
        if (!paused)
        {
            connection.Execute(
                "update webhook_deliveries set queued_at = @now where hook = @id and state = 'waiting'", values, transaction);
        }

        Outbox.Hurry(id);
        return connection.Execute(
            "update webhooks set paused_at = case when @paused then coalesce(paused_at, @now) end, next_at = null where id = @id",
            values,
            transaction);
    });

    /// <summary>Makes a new secret; the old one counts no more.</summary>
    /// <returns>Null when there is no such webhook, or the disk does not take it.</returns>
    public (WebhookOutcome Outcome, string? Secret) RenewSecret(string id) =>
        Find(id) is null ? (WebhookOutcome.NotFound, null)
        : NewSecret(id) is { } secret ? (WebhookOutcome.Done, secret)
        : (WebhookOutcome.NotStored, null);

    /// <summary>The secret with which is signed; null when it cannot be read.</summary>
    public string? SecretOf(string id) => secrets.Get(SecretNames.Webhook(id));

    /// <summary>Removes a webhook with all that it was to be sent.</summary>
    public WebhookOutcome Remove(string id)
    {
        var outcome = TryOne((connection, transaction) =>
            connection.Execute("delete from webhooks where id = @id", new { id }, transaction));
        if (outcome == WebhookOutcome.Done)
        {
            secrets.Remove(SecretNames.Webhook(id));
        }

        return outcome;
    }

    /// <summary>Sends something now that is no event, such as a test; what waits is tried at once too.</summary>
    public WebhookOutcome Send(NewDelivery delivery) => TryOne((connection, transaction) =>
        TryAtOnce(connection, transaction, delivery.Hook) == 1 ? Outbox.Put(connection, transaction, [delivery]) : 0);

    /// <summary>Sends again what was done, given up or left out, under the id that it had; what waits is tried at once.</summary>
    public WebhookOutcome Resend(string hook, long seq) => TryOne((connection, transaction) =>
    {
        var found = connection.Execute(
            """
            update webhook_deliveries set state = 'waiting', queued_at = @now, tries = 0, status = null, error = null
            where seq = @seq and hook = @hook and state <> 'waiting'
            """,
            new { seq, hook, now = Milliseconds.Of(time.GetUtcNow()) },
            transaction);
        return found == 1 ? TryAtOnce(connection, transaction, hook) : 0;
    });

    private int TryAtOnce(SqliteConnection connection, SqliteTransaction transaction, string id)
    {
        Outbox.Hurry(id);
        return connection.Execute("update webhooks set next_at = null where id = @id", new { id }, transaction);
    }

    private static object Values(Webhook hook) => new
    {
        hook.Id,
        hook.Name,
        Address = hook.Address.OriginalString,
        Topics = string.Join(',', hook.Topics),
        Queues = string.Join(',', hook.Queues),
        hook.MadeBy,
        MadeAt = Milliseconds.Of(hook.MadeAt),
        Most,
    };

    private string? NewSecret(string id)
    {
        var secret = Accounts.Secret.New(Mark);
        return secrets.SetWebhook(id, secret) == SecretOutcome.Done ? secret : null;
    }

    private WebhookOutcome TryOne(Func<SqliteConnection, SqliteTransaction, int> work) =>
        Try((connection, transaction) => work(connection, transaction) > 0 ? WebhookOutcome.Done : WebhookOutcome.NotFound);

    private WebhookOutcome Try(Func<SqliteConnection, SqliteTransaction, WebhookOutcome> work)
    {
        try
        {
            var outcome = database.Write(work);
            Changed?.Invoke();
            return outcome;
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return WebhookOutcome.NotStored;
        }
    }
}
