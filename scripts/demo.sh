#!/bin/sh
# The main job on the examples: pages to a graph, then one of each thing that can be done with it.
set -eu
graph="${1:-build/demo}"
kg=".venv/bin/kg"
rm -rf "$graph"
mkdir -p "$(dirname "$graph")"

"$kg" build examples --graph "$graph"
echo
echo "Who held the mayor's office of 晋中市 (Jinzhong) on 1 June 2022?"
"$kg" query holder --graph "$graph" --param place=晋中市 --param post=市长 --param on=2022-06-01
echo
echo "Who went where?"
"$kg" query visits --graph "$graph" --param limit=5
echo
"$kg" export --graph "$graph" --format turtle -o "$graph.ttl"
"$kg" draw --graph "$graph" -o "$graph.html"
"$kg" check --graph "$graph"
cat <<EOF

Made:
  $graph        the graph: records, quads, and an embedded store that answers Cypher
  $graph.ttl    the same as RDF
  $graph.html   the same as a picture: open it in a browser and click on anything

Try next:
  $kg query --graph $graph
  $kg query outcomes --graph $graph --evidence
  $kg cypher 'MATCH (p:Person)-[:HOLDS]->(o:Office) RETURN p.name AS person, o.name AS office ORDER BY office, person LIMIT 5' --graph $graph
  $kg build YOUR-PAGES --graph $graph --source 某某日报 --published 2024-05-01 --place 某某市
EOF
