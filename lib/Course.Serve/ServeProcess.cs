using System.Net;
using System.Net.Sockets;
using Course.Serve.Api;
using Course.Serve.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace Course.Serve;

/// <summary>The process that <c>course serve</c> starts: loads a model, serves it, and ends when it is told to or its parent is gone.</summary>
/// <param name="say">Takes lines for the terminal.</param>
/// <param name="complain">Takes the one sentence about why it cannot be.</param>
internal sealed class ServeProcess(Action<string> say, Action<string> complain)
{
    // The numbers that the course command promises, see its README.
    private const int Ok = 0;
    private const int NotUnderstood = 2;
    private const int MissingData = 5;

    private const int UsualPort = 8000;
    private const int Tries = 100;

    /// <returns>Exit code.</returns>
    internal async Task<int> RunAsync(ServeOrder order, Task parentIsGone)
    {
        try
        {
            var address = Address(order.Host);
            using var model = Load(order.Model);
            await using var app = await StartAsync(model, address, order);
            Announce(app, model, address);
            _ = parentIsGone.ContinueWith(_ => app.Lifetime.StopApplication(), TaskScheduler.Default);
            await app.WaitForShutdownAsync(); // requests in flight are answered first
            return Ok;
        }
        catch (StartException e)
        {
            complain(e.Message);
            return e.Code;
        }
    }

    private void Announce(WebApplication app, TorchModel model, IPAddress address)
    {
        say($"{model.Contract.Name} ({model.Hash[..12]}): {app.Urls.Single()}");
        say($"Open it in a browser{(model.Contract.IsDigit() ? " and draw" : "")}; programs ask POST /predict, which /openapi.json describes. Ctrl-C ends it.");
        if (!IPAddress.IsLoopback(address))
        {
            say("Whoever reaches this machine over the network can ask this model: there is no password.");
        }
    }

    private static TorchModel Load(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StartException(NotUnderstood, $"{path} is a folder; name the model's file in it, which ModelFile.Save wrote");
        }

        try
        {
            return File.Exists(path)
                ? new TorchModel(ModelFile.Load(path))
                : throw new StartException(MissingData, $"there is no file {path}; ModelFile.Save writes a model, and notebook 19 makes one");
        }
        catch (ModelFileException e)
        {
            throw new StartException(MissingData, e.Message);
        }
    }

    // Kestrel would listen everywhere if it were given a name.
    private static IPAddress Address(string host)
    {
        try
        {
            return host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var address) ? address : Dns.GetHostAddresses(host)[0];
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new StartException(NotUnderstood, $"--host {host} is no address of this machine and no known name; leave it out for this machine only, or say 0.0.0.0 for all of its networks");
        }
    }

    private static async Task<WebApplication> StartAsync(IModel model, IPAddress address, ServeOrder order)
    {
        for (var port = order.Port == 0 ? UsualPort : order.Port; ; port++)
        {
            var app = Server.Build(model, new IPEndPoint(address, port), order.Fonts);
            try
            {
                await app.StartAsync();
                return app;
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                await app.DisposeAsync();
                if (order.Port != 0 || !IsTaken(e) || port == UsualPort + Tries)
                {
                    throw new StartException(NotUnderstood, Reason(e, order.Host, port));
                }
            }
        }
    }

    private static bool IsTaken(Exception e) => e is IOException { InnerException: AddressInUseException };

    private static string Reason(Exception e, string host, int port) =>
        IsTaken(e) ? $"port {port} is taken by another program; choose another --port, or leave it out and a free one is found"
        : e is SocketException { SocketErrorCode: SocketError.AccessDenied } ? $"port {port} is for administrators only; choose a --port above 1023"
        : $"nothing can listen on {host}, port {port}: {e.Message}; --host is to be an address of this machine";

    private sealed class StartException(int code, string sentence) : Exception(sentence)
    {
        internal int Code => code;
    }
}
