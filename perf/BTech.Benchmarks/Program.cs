using BTech.Benchmarks;
using BTech.Benchmarks.Peers;

if (args is ["peer", var url, var connectionString])
{
    await BarePeer.RunAsync(url, connectionString);
    return 0;
}
return await Run.AsCommandAsync(args);
