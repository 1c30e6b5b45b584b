/** The host name of a site: left to right in every locale. */
export function HostName({ host }: { host: string }) {
  return (
    <bdi class="host" dir="ltr">
      {host}
    </bdi>
  );
}
