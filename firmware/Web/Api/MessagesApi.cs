using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Voicemail.Waiting;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Seams;
using Switchhook.Web.Security;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api;

/// <summary>The message lamps of SIP phones, for who counts messages: a voice mail elsewhere, the front desk's system.</summary>
internal static class MessagesApi
{
    /// <summary>More than anyone counts.</summary>
    private const int Most = 9999;

    public static void MapMessagesApi(this IEndpointRouteBuilder api) =>
        api.MapGroup("/phones").WithTags("Phones").MapPut("/{number}/waiting-messages", Set)
            .For(Ability.SetUpPhones)
            .Produces(StatusCodes.Status204NoContent).ProducesWrong().ProducesNotFound().ProducesError(StatusCodes.Status409Conflict);

    /// <summary>
    /// Says how many messages wait for a SIP phone; its lamp is lit while there are new ones. Holds until it is said anew, also when the
    /// box starts again.
    /// </summary>
    /// <param name="number">Extension number.</param>
    /// <param name="messages">How many, 0 to 9999 each.</param>
    /// <param name="context">The request.</param>
    /// <param name="backend">The box.</param>
    /// <param name="setup">Takes the note.</param>
    internal static IResult Set(
        string number, WaitingMessagesModel messages, HttpContext context, WebBackend backend, PhoneSetup setup)
    {
        if (!backend.Site.Model.Phones.TryGetValue(number, out var phone) || phone.Sip is null)
        {
            return ApiProblem.NotFound(
                "There is no SIP phone of that number.",
                "GET /api/v1/phones lists the phones; those with a port have no message lamp yet.");
        }

        if (VoicemailLamps.IsCounted(backend.Site.Model, number))
        {
            return ApiProblem.NotNow("The lamp of this phone shows what waits in its mailbox (GET /api/v1/voicemail).");
        }

        ApiMistake[] mistakes = [.. Check("new", messages.New), .. Check("old", messages.Old)];
        if (mistakes.Length > 0)
        {
            return ApiProblem.Wrong(mistakes);
        }

        if (backend.Live.Current.WaitingMessages.GetValueOrDefault(number) != new WaitingMessages(messages.New, messages.Old))
        {
            setup.Note(new MessagesWaiting(number, messages.New, messages.Old, Access.NameOf(context.User)));
        }

        return Results.NoContent();
    }

    private static IEnumerable<ApiMistake> Check(string place, int count) => count is >= 0 and <= Most
        ? []
        : [new ApiMistake(place, $"{count} messages cannot wait.", $"Give a number from 0 to {Most}.")];
}
