// Which papers are in the graph, and since when? 来源概览
MATCH (a:Article)-[:PUBLISHED_BY]->(s:Source)
WHERE (size($source) = 0 OR s.id IN $source)
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)<-[:`IN`]-(q:Passage)
WITH s, a, count(q) AS cited
RETURN s.name AS source, min(a.earliest) AS since, max(a.latest) AS until, sum(cited) AS passages,
       sum(CASE WHEN cited = 0 THEN 1 ELSE 0 END) AS silent, s.id AS source_id, count(a) AS articles, [] AS fact_ids
ORDER BY articles DESC, source, source_id
LIMIT $limit
