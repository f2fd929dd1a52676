using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Switchhook.Calls.Loop;
using Switchhook.Storage.History;
using Switchhook.Web.Advice;
using Switchhook.Web.Api.Errors;
using Switchhook.Web.Provisioning;

namespace Switchhook.Web.Hosting;

/// <summary>Turns faults and empty error answers into words with a cure. Tells nothing of the inside: that goes to the log.</summary>
internal sealed partial class ErrorAnswers(RequestDelegate next, ILogger<ErrorAnswers> log)
{
    [SuppressMessage("Design", "CA1031", Justification = "A faulty request is logged and answered; it ends nothing else.")]
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, fault);
            return;
        }
        catch (Exception fault)
        {
            LogFault(log, fault, context.Request.Method, ProvisioningRoutes.ForLog(context.Request.Path));
            context.Abort();
            return;
        }

        if (IsEmptyError(context))
        {
            await AnswerAsync(context, context.Response.StatusCode);
        }
    }

    private static bool IsEmptyError(HttpContext context)
    {
        var response = context.Response;
        return response.StatusCode >= 400 && !response.HasStarted && response.ContentType is null && response.ContentLength is null
            && !response.Headers.ContainsKey("HX-Redirect");
    }

    private Task AnswerAsync(HttpContext context, Exception fault)
    {
        context.Response.Headers.ContentType = default;
        switch (fault)
        {
            case BadHttpRequestException bad:
                var mistakes = BadRequestWords.MistakesOf(bad);
                return Answers.WriteAsync(context, bad.StatusCode, BadRequestWords.Problem(bad), BadRequestWords.Cure(bad), mistakes);
            case AntiforgeryValidationException:
                return Answers.WriteStaleFormAsync(context);
            case TooMuchHistoryException:
                return Answers.WriteAsync(
                    context, StatusCodes.Status400BadRequest, "There is too much history for one answer.", fault.Message);
            case CalculationRefusedException refused:
                if (refused.RetryAfter is { } seconds)
                {
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                return Answers.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, fault.Message, refused.Cure);
            case LoopBusyException:
                context.Response.Headers.RetryAfter = "2";
                return Answers.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, fault.Message, "Try again in a moment.");
            default:
                LogFault(log, fault, context.Request.Method, ProvisioningRoutes.ForLog(context.Request.Path));
                return AnswerAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task AnswerAsync(HttpContext context, int status)
    {
        var (problem, cure) = status switch
        {
            StatusCodes.Status400BadRequest => ("The request is not understood.", "Go back, load the page again and repeat what you did."),
            StatusCodes.Status404NotFound => ("There is nothing here.", "Check the address, or begin at the first page."),
            StatusCodes.Status405MethodNotAllowed => (
                "This address does not take that method.", "The OpenAPI document lists what each address takes."),
            StatusCodes.Status413PayloadTooLarge => ("What was sent is too large.", "Send less; sounds may have 10 MB."),
            StatusCodes.Status415UnsupportedMediaType => (
                "This kind of content is not understood here.", "Set Content-Type as the OpenAPI document says."),
            StatusCodes.Status500InternalServerError => (
                "Something went wrong inside the box.", "Calls go on. Try again; if it stays, the log of the box tells more."),
            _ => ("This did not work.", "Go back and try again."),
        };
        return Answers.WriteAsync(context, status, problem, cure);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Request {Method} {Path} failed")]
    private static partial void LogFault(ILogger log, Exception fault, string method, string path);
}
