using BTech.Web.Jobs;

namespace BTech.Web.Tests.Jobs;

/// <summary>Search texts are there before anybody searches, once a round is sealed and never of one that is not.</summary>
public sealed class SearchTextJobTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Job_AfterTheSealAndAfterTheyWereEmptied_MakesWhatIsMissing()
    {
        await site.Host.Database.ExecuteAsync("DELETE FROM record.search_text; DELETE FROM record.search_ready");
        await site.Host.RunAsync<SearchTextJob>();
        var missing = await site.Host.Database.AskAsync<long>("""
            SELECT count(*) FROM record.sealed_input i WHERE NOT EXISTS (SELECT FROM record.search_text s WHERE s.input_id = i.id)
            """);
        Assert.Equal(0L, missing);
        var window = await site.WindowAsync(2);
        Assert.Equal([window.Id.ToString()], await site.Host.Database.ListAsync("SELECT window_id::text FROM record.search_ready"));
        await site.Host.RunAsync<SearchTextJob>();
        Assert.Equal(1L, await site.Host.Database.AskAsync<long>("SELECT count(*) FROM record.search_ready"));
    }
}
