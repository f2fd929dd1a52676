using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Switchhook.Storage.Backup;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Security.Roles;

namespace Switchhook.Web.Api.Care;

/// <summary>Backups.</summary>
internal static class BackupApi
{
    public static void MapBackupApi(this IEndpointRouteBuilder api) => api.MapPost("/backup", MakeAsync)
        .For(Ability.RunBox).WithTags("System")
        .Produces(StatusCodes.Status200OK, contentType: BackupDesk.MediaType)
        .ProducesWrong().ProducesError(StatusCodes.Status409Conflict);

    /// <summary>
    /// Makes a backup while the box goes on, and sends it as one sealed file: database, site, prompts, certificates, secrets and messages
    /// of mailboxes. <c>./appliance restore</c> makes a box of it again. A file that ends too early is no backup.
    /// </summary>
    /// <param name="input">The passphrase, and what is in it.</param>
    /// <param name="context">The request.</param>
    /// <param name="desk">Makes it.</param>
    internal static async Task<IResult> MakeAsync(BackupInput input, HttpContext context, BackupDesk desk)
    {
        if (BackupWriter.Unfit(input.Passphrase) is { } problem)
        {
            return ApiProblem.Wrong(new ApiMistake("passphrase", problem, "Send another passphrase."));
        }

        return await desk.SendAsync(context, input.Passphrase, input.Recordings) is { } why ? ApiProblem.NotNow(why) : Results.Empty;
    }
}

/// <summary>What a backup is to hold.</summary>
/// <param name="Passphrase">12 to 200 characters. Without it nobody can open the file.</param>
/// <param name="Recordings">True to put the recordings of calls into it too.</param>
internal sealed record BackupInput(string Passphrase, bool Recordings = false);
