# syntax=docker/dockerfile:1
# The product as one image: built in the first stages, run without a shell, as nobody in particular, on a read-only file system.
#   docker build -t b-tech-consultation .
#   docker run --read-only --tmpfs /tmp … b-tech-consultation            serves
#   docker run --read-only --tmpfs /tmp … b-tech-consultation migrate    runs a verb

FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# Packages first: they change less often than the code, so most builds find them made.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY --parents src/*/*.csproj src/*/packages.lock.json ./
RUN dotnet restore src/BTech.Web/BTech.Web.csproj --locked-mode

COPY . .
RUN dotnet publish src/BTech.Web/BTech.Web.csproj --no-restore -c Release -o /out/app \
 && mkdir -p /out/usr/bin /out/var/lib/consult /out/var/lib/consult-keys \
 && ln -s /app/BTech.Web /out/usr/bin/consult \
 && chmod 0711 /out/var/lib/consult && chmod 0700 /out/var/lib/consult-keys

# "Chiseled": no shell, no package manager; "extra": the languages' and time zones' data.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS final
COPY --from=build /out/app /app
# Prints PDF files, in a process of its own for each; needs the C++ runtime only, which .NET needs too.
COPY --from=node /usr/local/bin/node /usr/bin/node
COPY --from=build /out/usr/bin/consult /usr/bin/consult
COPY --from=build --chown=1654:1654 /out/var/lib/consult /var/lib/consult
COPY --from=build --chown=1654:1654 /out/var/lib/consult-keys /var/lib/consult-keys

# No diagnostics port and no dumps: a picture of the memory would hold what people are writing.
ENV DOTNET_ENVIRONMENT=Production \
    DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_URLS=http://+:8080 \
    ASPNETCORE_TEMP=/tmp \
    Data__Directory=/var/lib/consult \
    Keys__Directory=/var/lib/consult-keys

WORKDIR /app
USER 1654:1654
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["consult", "health"]
ENTRYPOINT ["consult"]
