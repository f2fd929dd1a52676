using System.Collections.Concurrent;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Webhooks;

/// <summary>
/// What waits to be sent to webhooks, and what was sent in the last days. Any thread; the sender alone takes up events and notes tries.
/// </summary>
/// <remarks>
/// What is to be sent is written in one transaction with the number of the journal up to which events were looked at: a kill at any moment
/// leaves either both or none, and an event is taken up once. A try is noted after it: a kill between leads to a second, of the same id.
/// </remarks>
public sealed class WebhookOutbox(Database database, TimeProvider time)
{
    /// <summary>Most deliveries that wait for one webhook; for a new one the oldest is left out.</summary>
    public const int MostWaiting = 1000;

    /// <summary>Most deliveries that are kept of one webhook after they were dealt with.</summary>
    public const int MostKept = 1000;

    /// <summary>They are kept for so long.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private const string SeqFact = "webhooks.seq";

    private readonly ConcurrentDictionary<string, long> _hurries = new(StringComparer.Ordinal);

    /// <summary>The number of the journal up to which events were taken up; null before the first time.</summary>
    public long? TakenUpTo()
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<long?>("select cast(value as integer) from facts where name = @SeqFact", new { SeqFact });
    }

    /// <summary>Keeps what is to be sent for the events up to a number.</summary>
    /// <exception cref="SqliteException">Nothing was kept.</exception>
    public void TakeUp(long seq, IReadOnlyCollection<NewDelivery> deliveries) => database.Write((connection, transaction) =>
    {
        connection.Execute(
            "insert into facts (name, value) values (@SeqFact, @Seq) on conflict (name) do update set value = @Seq",
            new { SeqFact, Seq = seq.ToString(CultureInfo.InvariantCulture) },
            transaction);
        return Put(connection, transaction, deliveries);
    });

    /// <summary>How often a webhook was to be tried at once since the box started; read it before a try.</summary>
    public long HurriesOf(string hook) => _hurries.GetValueOrDefault(hook);

    /// <summary>The oldest delivery that waits for a webhook; null when none does.</summary>
    public WebhookDelivery? First(string hook)
    {
        using var connection = database.OpenReader();
        return connection.QueryFirstOrDefault<DeliveryRow>(
            $"{DeliveryRow.Select} where hook = @hook and state = 'waiting' order by seq limit 1", new { hook })?.ToDelivery();
    }

    /// <summary>Deliveries of a webhook, newest first.</summary>
    public IReadOnlyList<WebhookDelivery> List(string hook, int limit)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection.Query<DeliveryRow>(
                $"{DeliveryRow.Select} where hook = @hook order by seq desc limit @limit",
                new { hook, limit = Math.Clamp(limit, 1, MostWaiting + MostKept) }).Select(row => row.ToDelivery()),
        ];
    }

    /// <summary>Notes how a try ended, and what that makes of the webhook.</summary>
    /// <param name="ended">The try.</param>
    /// <param name="patience">What waits for longer is given up together with what was tried.</param>
    /// <returns>False when the disk does not take it: nothing was noted.</returns>
    public bool Note(DeliveryTry ended, TimeSpan patience)
    {
        try
        {
            return database.Write((connection, transaction) =>
            {
                NoteDelivery(connection, transaction, ended, patience);

                // Who changed the webhook meanwhile, or wants it tried at once, is not made to wait by a try that began before.
                if (ended.Error is null || ended.Hurries == HurriesOf(ended.Delivery.Hook))
                {
                    NoteWebhook(connection, transaction, ended);
                }

                Forget(connection, transaction, ended.Delivery.Hook);
                return true;
            });
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return false;
        }
    }

    // Within the transaction that has it tried at once: so a try is noted before it, or sees it.
    internal void Hurry(string hook) => _hurries.AddOrUpdate(hook, 1, (_, count) => count + 1);

    internal int Put(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyCollection<NewDelivery> deliveries)
    {
        var now = Milliseconds.Of(time.GetUtcNow());

        // A webhook that was removed meanwhile is sent nothing.
        var put = deliveries.Sum(delivery => connection.Execute(
            """
            insert into webhook_deliveries (hook, id, topic, body, state, queued_at)
            select @Hook, @Id, @Topic, @Body, 'waiting', @now where exists (select 1 from webhooks where id = @Hook)
            """,
            new { delivery.Hook, delivery.Id, delivery.Topic, delivery.Body, now },
            transaction));
        foreach (var hook in deliveries.Select(delivery => delivery.Hook).Distinct(StringComparer.Ordinal))
        {
            var dropped = connection.Execute(
                """
                update webhook_deliveries set state = 'dropped', error = 'Too many waited.'
                where hook = @hook and state = 'waiting' and seq <= (
                    select seq from webhook_deliveries where hook = @hook and state = 'waiting'
                    order by seq desc limit 1 offset @MostWaiting)
                """,
                new { hook, MostWaiting },
                transaction);
            if (dropped > 0)
            {
                connection.Execute("update webhooks set dropped = dropped + @dropped where id = @hook", new { hook, dropped }, transaction);
                Forget(connection, transaction, hook);
            }
        }

        return put;
    }

    private static void NoteDelivery(SqliteConnection connection, SqliteTransaction transaction, DeliveryTry ended, TimeSpan patience)
    {
        var values = new
        {
            ended.Delivery.Seq,
            ended.Delivery.Hook,
            State = ended.Error is null ? "done" : ended.GivesUp ? "given-up" : "waiting",
            At = Milliseconds.Of(ended.At),
            ended.Status,
            ended.Error,
            Old = Milliseconds.Of(ended.At - patience),
        };
        connection.Execute(
            """
            update webhook_deliveries set state = @State, tries = tries + 1, tried_at = @At, status = @Status, error = @Error
            where seq = @Seq
            """,
            values,
            transaction);
        if (ended.GivesUp)
        {
            connection.Execute(
                """
                update webhook_deliveries set state = 'given-up', error = coalesce(error, @Error)
                where hook = @Hook and state = 'waiting' and queued_at <= @Old
                """,
                values,
                transaction);
        }
    }

    private static void NoteWebhook(SqliteConnection connection, SqliteTransaction transaction, DeliveryTry ended) => connection.Execute(
        ended.Error is null
            ? """
              update webhooks set failures = 0, next_at = null, failing_since = null, last_error = null, last_done_at = @At where id = @Hook
              """
            : """
              update webhooks set failures = failures + 1, next_at = @Next, last_error = @Error,
                  failing_since = case when failures + 1 >= @Failing or @GivesUp then coalesce(failing_since, @At) else failing_since end
              where id = @Hook
              """,
        new
        {
            ended.Delivery.Hook,
            At = Milliseconds.Of(ended.At),
            Next = Milliseconds.Of(ended.NextAt),
            ended.Error,
            ended.GivesUp,
            Failing = Webhook.FailuresOfFailing,
        },
        transaction);

    private void Forget(SqliteConnection connection, SqliteTransaction transaction, string hook) => connection.Execute(
        """
        delete from webhook_deliveries where hook = @hook and state <> 'waiting' and (queued_at < @old or seq <= coalesce((
            select seq from webhook_deliveries where hook = @hook and state <> 'waiting' order by seq desc limit 1 offset @MostKept), 0))
        """,
        new { hook, old = Milliseconds.Of(time.GetUtcNow() - Kept), MostKept },
        transaction);
}
