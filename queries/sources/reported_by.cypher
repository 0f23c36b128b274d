// Which articles did a reporter write, and how much do they say? 记者报道
MATCH (a:Article)
WHERE size(a.bylines) > 0
  AND ($reporter IS NULL OR any(byline IN a.bylines WHERE byline CONTAINS $reporter))
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
WITH a, s
WHERE size($source) = 0 OR s.id IN $source
OPTIONAL MATCH (a)<-[:`IN`]-(:Passage)<-[:EVIDENCED_BY]-(f)
WITH a, s, collect(DISTINCT f.id) AS facts
RETURN a.date_text AS date, a.headline AS headline, a.bylines AS bylines, s.name AS source, size(facts) AS facts,
       a.id AS article_id, facts AS fact_ids
ORDER BY coalesce(date, '9999'), article_id, coalesce(source, '')
LIMIT $limit
