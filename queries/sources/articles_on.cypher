// Which articles appeared on a day, and how much do they say? 当日报道
MATCH (a:Article)
WHERE ($on IS NULL OR (a.earliest <= date($on) AND date($on) <= a.latest))
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
WITH a, s
WHERE size($source) = 0 OR s.id IN $source
OPTIONAL MATCH (a)<-[:`IN`]-(:Passage)<-[:EVIDENCED_BY]-(f)
WITH a, s, collect(DISTINCT f.id) AS facts
OPTIONAL MATCH (a)<-[:`IN`]-(j:Rejection)
WITH a, s, facts, count(j) AS passed_over
RETURN a.date_text AS date, a.headline AS headline, a.bylines AS bylines, s.name AS source, size(facts) AS facts,
       passed_over AS rejections, a.id AS article_id, facts AS fact_ids
ORDER BY coalesce(date, '9999'), article_id, coalesce(source, '')
LIMIT $limit
