using System.Diagnostics;
using System.Globalization;
using BTech.Benchmarks.Measuring;

namespace BTech.Benchmarks.Peers;

/// <summary>nginx serving the same bytes from a file: the limit of P1.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("btech-nginx-").FullName;
    private readonly Process _process;

    public Nginx(byte[] page)
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        Address = new Uri($"http://127.0.0.1:{port}/page.html");
        File.WriteAllBytes(Path.Combine(_folder, "page.html"), page);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), $$"""
            worker_processes auto;
            daemon off;
            pid {{_folder}}/nginx.pid;
            error_log {{_folder}}/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              types { text/html html; }
              charset utf-8;
              keepalive_requests 10000000;
              client_body_temp_path {{_folder}}/b; proxy_temp_path {{_folder}}/p; fastcgi_temp_path {{_folder}}/f;
              uwsgi_temp_path {{_folder}}/u; scgi_temp_path {{_folder}}/s;
              server { listen 127.0.0.1:{{port}}; root {{_folder}}; }
            }
            """);
        _process = Programs.Start("nginx", ["-c", Path.Combine(_folder, "nginx.conf")]);
    }

    public static bool IsInstalled => Programs.Find("nginx") is not null;

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
